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
    private final PlannedRate planned;
    private final Optional<LoadControl> control;
    private final Optional<Crowd> crowd;
    private final Runnable stop;
    private final Runnable stopAtOnce;
    private volatile OptionalDouble rate = OptionalDouble.empty();
    private volatile boolean stopping;
    private double lastPlanned;

    /**
     * Of a run.
     *
     * @param stop lets running iterations end
     */
    public Steering(TestPlan plan, LoadControl control, Runnable stop, Runnable stopAtOnce) {
        this(plan, Optional.of(control), Optional.empty(), stop, stopAtOnce);
    }

    /** Users that come and go by the rules of their script, as those of a locustfile do. */
    public interface Crowd {
        /**
         * Has there be so many.
         *
         * @param spawnRate how many come in a second; empty for as many as before
         */
        void become(int users, OptionalDouble spawnRate);

        /** Lets the figures that the script itself keeps begin anew. */
        void reset();

        /** Has somebody know when the script itself lets them begin anew. */
        void onReset(Runnable who);
    }

    private Steering(
            TestPlan plan,
            Optional<LoadControl> control,
            Optional<Crowd> crowd,
            Runnable stop,
            Runnable stopAtOnce) {
        this.crowd = crowd;
        this.closed = plan.scenarios().stream().filter(Steering::hasUsers).toList();
        this.open = plan.scenarios().stream().filter(Scenario::isOpen).toList();
        this.planned = new PlannedRate(open);
        this.control = control;
        this.stop = stop;
        this.stopAtOnce = stopAtOnce;
    }

    /** Of a run whose script brings its users. */
    public static Steering of(TestPlan plan, Crowd crowd, Runnable stop, Runnable stopAtOnce) {
        return new Steering(plan, Optional.empty(), Optional.of(crowd), stop, stopAtOnce);
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
        if (crowd.isPresent()) {
            return new RunView.Load("users", figures.last().users(), !over);
        }
        if (!closed.isEmpty()) {
            return new RunView.Load("users", users(figures), !over);
        }
        if (!open.isEmpty()) {
            return new RunView.Load("rate", rate.orElseGet(() -> rate(figures)), !over);
        }
        return new RunView.Load("fixed", figures.last().users(), false);
    }

    /** What the plan asks for; what there is, where only a script knows that. */
    private double rate(Figures figures) {
        var last = figures.last();
        return planned.at(last.startNanos()).orElseGet(() -> last.perSecond(last.iterations()));
    }

    private long users(Figures figures) {
        return closed.stream().mapToLong(it -> figures.users(it.name()).orElse(0L)).sum();
    }

    /** Sets the users of all scenarios that have them. */
    void setUsers(int users, OptionalDouble spawnRate, Figures figures) {
        if (crowd.isPresent()) {
            crowd.get().become(users, spawnRate);
            return;
        }
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

    /** Has somebody know of each change of the load, whoever makes it. */
    void onChange(Runnable who) {
        control.ifPresent(it -> it.onChange(who));
    }

    /** Has somebody know when a script lets its figures begin anew by itself. */
    void onReset(Runnable who) {
        crowd.ifPresent(it -> it.onReset(who));
    }

    /** Whether the plan asks for another rate than a second ago. */
    boolean hasMoved(Figures figures) {
        double now = planned.at(figures.last().startNanos()).orElse(0);
        boolean moved = rate.isEmpty() && now != lastPlanned;
        lastPlanned = now;
        return moved;
    }

    boolean canPause() {
        return control.isPresent();
    }

    /** Lets figures begin anew that are kept elsewhere. */
    void reset() {
        crowd.ifPresent(Crowd::reset);
    }

    boolean isStopping() {
        return stopping;
    }

    boolean isPaused() {
        return control.map(LoadControl::isPaused).orElse(false);
    }
}
