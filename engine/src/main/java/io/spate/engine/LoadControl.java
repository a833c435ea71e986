package io.spate.engine;

import io.spate.metrics.Nearest;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Changes the load of a run while it runs. For any thread; a call returns at once, and what it asks
 * for holds on all workers from the same instant on, some 50 ms later. Before the run has started
 * and after its end nothing happens.
 *
 * <p>However a run is paused and changed, the number of iterations due by any instant is exactly
 * that of the rates until then, and so is the number of users.
 */
public final class LoadControl {
    private final TestPlan plan;
    private final Consumer<Consumer<Conductor>> send;
    private final AtomicBoolean paused = new AtomicBoolean();
    private volatile Runnable listener = () -> {};

    LoadControl(TestPlan plan, Consumer<Consumer<Conductor>> send) {
        this.plan = plan;
        this.send =
                change -> {
                    send.accept(change);
                    listener.run();
                };
    }

    /** Has somebody know of each change that is asked for, on the thread of whoever asks. */
    public void onChange(Runnable who) {
        listener = who;
    }

    /**
     * Stops the run's time: no iteration starts, no user comes or goes, running iterations end. All
     * that was to come is put off by the length of the pause.
     */
    public void pause() {
        if (paused.compareAndSet(false, true)) {
            send.accept(Conductor::pause);
        }
    }

    /** Ends a pause. */
    public void resume() {
        if (paused.compareAndSet(true, false)) {
            send.accept(Conductor::resume);
        }
    }

    /** Whether the run is paused. */
    public boolean isPaused() {
        return paused.get();
    }

    /**
     * Adds to what the plan asks for from now on: so many users to the closed scenarios under way,
     * and so many iterations per second to the open ones, shared evenly among them.
     *
     * @param more negative takes away, down to none
     */
    public void add(int more) {
        send.accept(it -> it.add(more));
    }

    /**
     * Adds users to a closed scenario, or iterations per second to an open one.
     *
     * @param more negative takes away, down to none
     * @throws IllegalArgumentException where the plan has no such scenario
     */
    public void add(String scenario, int more) {
        find(scenario);
        send.accept(it -> it.add(scenario, more));
    }

    /**
     * Sets the number of users of a closed scenario, in place of what its plan or shape says.
     *
     * @throws IllegalArgumentException where the plan has no such scenario, it is an open one, or
     *     the number is negative
     */
    public void setUsers(String scenario, int users) {
        check(scenario, false, users);
        send.accept(it -> it.set(scenario, users));
    }

    /**
     * Sets the rate of an open scenario, in place of what its plan or shape says.
     *
     * @param rate iterations per second
     * @throws IllegalArgumentException where the plan has no such scenario, it is a closed one, or
     *     the rate is negative
     */
    public void setRate(String scenario, double rate) {
        check(scenario, true, rate);
        send.accept(it -> it.set(scenario, rate));
    }

    private void check(String name, boolean open, double level) {
        if (find(name).isOpen() != open) {
            throw new IllegalArgumentException(
                    "scenario \"%s\" has %s"
                            .formatted(name, open ? "users, and no rate" : "a rate, and no users"));
        }
        if (!(level >= 0)) {
            throw new IllegalArgumentException("there is no load of " + level);
        }
    }

    private Scenario find(String name) {
        var names = plan.scenarios().stream().map(Scenario::name).toList();
        return plan.scenarios().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no scenario \"%s\"%s"
                                                .formatted(name, Nearest.hint(name, names))));
    }
}
