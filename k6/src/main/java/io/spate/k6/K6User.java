package io.spate.k6;

import io.spate.engine.InterruptedIteration;
import io.spate.engine.ScriptFailure;
import io.spate.engine.VirtualUser;
import io.spate.k6.js.JsUser;
import io.spate.k6.vu.ScenarioState;
import io.spate.k6.vu.TestState;
import java.util.function.Consumer;

/** A virtual user of a k6 script, in a scenario. */
final class K6User implements VirtualUser {
    /** How often the loop gets a turn to say that the user is to stop. */
    private static final int TURNS_MAX = 100;

    private final JsUser user;
    private final ScenarioState scenario;
    private final TestState state;
    private final Watchdog watchdog;
    private final Pulse pulse;
    private final Consumer<JsUser> left;

    K6User(
            JsUser user,
            ScenarioState scenario,
            TestState state,
            Watchdog watchdog,
            Pulse pulse,
            Consumer<JsUser> left) {
        this.user = user;
        this.scenario = scenario;
        this.state = state;
        this.watchdog = watchdog;
        this.pulse = pulse;
        this.left = left;
        state.counters().active().incrementAndGet();
    }

    @Override
    public void iterate(long key, long dueNanos) {
        if (scenario.overdue().get()) {
            // It would have begun earlier, had not another user's code held the loop.
            awaitStop();
            throw new InterruptedIteration();
        }
        var vu = user.vu();
        pulse.moved();
        vu.beginIteration(dueNanos);
        try {
            user.iterate(scenario.exec());
        } catch (ScriptFailure failure) {
            K6Script.tell(state, failure);
            throw failure;
        } catch (InterruptedIteration cut) {
            user.endedAt().ifPresent(it -> watchdog.ended(scenario.scenario().name(), it));
            awaitStop();
            throw cut;
        } finally {
            vu.endIteration();
            pulse.moved();
        }
    }

    /**
     * Code that was stopped from outside has held the loop, which could not say so itself: it gets
     * its turn, so that the iteration counts as cut off.
     */
    @SuppressWarnings("ThreadPriorityCheck") // the loop is a scheduler of ours, and fair
    private static void awaitStop() {
        // Who interrupts code from outside interrupts its thread too, which is not the loop's word.
        Thread.interrupted();
        for (int i = 0; i < TURNS_MAX && !Thread.currentThread().isInterrupted(); i++) {
            Thread.yield();
        }
    }

    @Override
    public void close() {
        state.counters().active().decrementAndGet();
        left.accept(user);
    }
}
