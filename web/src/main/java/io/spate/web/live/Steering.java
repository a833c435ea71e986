package io.spate.web.live;

import io.spate.engine.LoadControl;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a run is steered by hand. For any thread.
 *
 * <p>Where several scenarios have users, a number is shared among them as they have them now.
 */
public final class Steering {
    private final List<Scenario> closed;
    private final List<Scenario> open;
    private final Optional<LoadControl> control;
    private final Runnable stop;
    private final Runnable stopAtOnce;
    private volatile OptionalDouble rate = OptionalDouble.empty();
    private volatile boolean stopping;

    /**
     * Of a run.
     *
     * @param stop lets running iterations end
     */
    public Steering(TestPlan plan, LoadControl control, Runnable stop, Runnable stopAtOnce) {
        this(plan, Optional.of(control), stop, stopAtOnce);
    }

    private Steering(
            TestPlan plan, Optional<LoadControl> control, Runnable stop, Runnable stopAtOnce) {
        this.closed = plan.scenarios().stream().filter(Steering::hasUsers).toList();
        this.open = plan.scenarios().stream().filter(Scenario::isOpen).toList();
        this.control = control;
        this.stop = stop;
        this.stopAtOnce = stopAtOnce;
    }

    /** Of a run that is steered by what its script says alone, and can only be ended. */
    public static Steering endingOnly(TestPlan plan, Runnable stop, Runnable stopAtOnce) {
        return new Steering(plan, Optional.empty(), stop, stopAtOnce);
    }

    private static boolean hasUsers(Scenario scenario) {
        return switch (scenario.executor()) {
            case Executor.ConstantVus _,
                    Executor.RampingVus _,
                    Executor.Steps _,
                    Executor.Burst _ ->
                    true;
            case Executor.Shape shape -> !shape.open();
            case Executor.SharedIterations _,
                    Executor.PerVuIterations _,
                    Executor.ConstantArrivalRate _,
                    Executor.RampingArrivalRate _ ->
                    false;
        };
    }

    /** What of the load can be changed, and what it is now. */
    RunView.Load load(Figures figures, boolean over) {
        if (control.isEmpty()) {
            return new RunView.Load("fixed", figures.last().users(), false);
        }
        if (!closed.isEmpty()) {
            return new RunView.Load("users", users(figures), !over);
        }
        if (!open.isEmpty()) {
            var last = figures.last();
            return new RunView.Load("rate", rate.orElse(last.perSecond(last.iterations())), !over);
        }
        return new RunView.Load("fixed", figures.last().users(), false);
    }

    private long users(Figures figures) {
        return closed.stream().mapToLong(it -> figures.users(it.name()).orElse(0L)).sum();
    }

    /** Sets the users of all scenarios that have them. */
    void setUsers(int users, Figures figures) {
        var steered = adjustable(closed, "users");
        long now = users(figures);
        int left = users;
        for (int i = 0; i < closed.size(); i++) {
            var name = closed.get(i).name();
            double share =
                    now == 0 ? 1.0 / closed.size() : (double) figures.users(name).orElse(0L) / now;
            int part =
                    i == closed.size() - 1 ? left : (int) Math.min(left, Math.round(users * share));
            steered.setUsers(name, part);
            left -= part;
        }
    }

    /** Sets the rate, in iterations per second, shared evenly by all scenarios that have one. */
    void setRate(double perSecond) {
        var steered = adjustable(open, "rate");
        open.forEach(it -> steered.setRate(it.name(), perSecond / open.size()));
        rate = OptionalDouble.of(perSecond);
    }

    private LoadControl adjustable(List<Scenario> scenarios, String what) {
        if (control.isEmpty() || scenarios.isEmpty()) {
            throw new NotNowException(
                    "this test has no %s that could be set while it runs".formatted(what));
        }
        return control.get();
    }

    void pause() {
        pausable().pause();
    }

    void resume() {
        pausable().resume();
    }

    private LoadControl pausable() {
        return control.orElseThrow(
                () -> new NotNowException("this test cannot be paused, only stopped"));
    }

    void stop() {
        stopping = true;
        stop.run();
    }

    void stopAtOnce() {
        stopping = true;
        stopAtOnce.run();
    }

    boolean isStopping() {
        return stopping;
    }

    boolean isPaused() {
        return control.map(LoadControl::isPaused).orElse(false);
    }
}
