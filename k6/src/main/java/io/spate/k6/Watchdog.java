package io.spate.k6;

import io.spate.k6.js.JsUser;
import io.spate.k6.js.Turns;
import io.spate.k6.vu.ScenarioState;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.k6.vu.TestState;
import io.spate.net.EventLoop;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends code that computes and does not stop: it holds its loop, so that nothing on the loop can. A
 * thread of its own looks ten times a second whether users compute whose scenario is overdue, and
 * says where the users of a loop wait because one of them computes. Any thread.
 */
final class Watchdog implements AutoCloseable {
    /** How much later than what waits, which is interrupted, what computes is ended. */
    private static final Duration LATER = Duration.ofMillis(300);

    /** One user of a loop computes and the others may be about to: the next one is tried soon. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private static final long PERIOD_NANOS = 100_000_000;

    /** How long users take turns; who computes on is found again after that. */
    private static final long TURNS_NANOS = 60_000_000_000L;

    private static final String HELD =
            "a user's code has computed for over a second without a pause; the other users of its"
                    + " thread had to wait, and what is measured of them is too long. They take"
                    + " turns from now on, which makes all code slower";

    private final TestState state;
    private final Turns turns;
    private long turnsUntilNanos = Long.MIN_VALUE;
    private final Map<JsUser, ScenarioState> users = new ConcurrentHashMap<>();
    private final Map<JsUser, Guard> guards = new ConcurrentHashMap<>();
    private final Map<EventLoop, Pulse> pulses = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    Watchdog(TestState state, Turns turns) {
        this.state = state;
        this.turns = turns;
        this.thread = Thread.ofPlatform().daemon().name("script-watchdog").start(this::look);
    }

    /** A limit for what is done once. */
    final class Guard {
        private final long endNanos;
        private final Runnable first;
        private final JsUser user;
        private volatile boolean overdue;
        private volatile boolean struck;

        Guard(JsUser user, long endNanos, Runnable first) {
            this.user = user;
            this.endNanos = endNanos;
            this.first = first;
        }

        /** Whether it was reached. */
        boolean hasStruck() {
            return struck;
        }

        /** Watches no longer. */
        void end() {
            guards.remove(user);
        }

        private void look(long now) {
            if (now >= endNanos && !struck) {
                struck = true;
                first.run();
            } else if ((overdue || now > endNanos + LATER.toNanos()) && user.isComputing()) {
                user.interrupt(PATIENCE);
            }
        }
    }

    /** Watches a user that begins in a scenario on a loop, whose pulse is to be told of it. */
    Pulse watch(JsUser user, ScenarioState scenario, EventLoop loop) {
        users.put(user, scenario);
        return pulses.computeIfAbsent(loop, _ -> new Pulse());
    }

    void forget(JsUser user) {
        users.remove(user);
    }

    /**
     * Limits what a user does once.
     *
     * @param first ends it where it waits; what computes is ended a moment later
     */
    Guard limit(JsUser user, Duration time, Runnable first) {
        var guard = new Guard(user, state.ticker().nanoTime() + time.toNanos(), first);
        guards.put(user, guard);
        return guard;
    }

    /** Has what is done once end, where it computes. */
    void endOnce() {
        guards.values().forEach(it -> it.overdue = true);
    }

    /** Tells, once for a scenario, where code was that had to be ended. */
    void ended(String scenario, String place) {
        if (told.add(scenario)) {
            state.log().log(
                    Level.WARNING,
                    ("scenario \"%s\": code that computed without an end was interrupted"
                                    + " at %s")
                            .formatted(scenario, place),
                    "");
        }
    }

    private void look() {
        while (!closed) {
            LockSupport.parkNanos(PERIOD_NANOS);
            long now = state.ticker().nanoTime();
            guards.values().forEach(it -> it.look(now));
            users.forEach(Watchdog::judge);
            pulses.forEach((loop, pulse) -> feel(loop, pulse, now));
            if (turnsUntilNanos != Long.MIN_VALUE && now > turnsUntilNanos) {
                turnsUntilNanos = Long.MIN_VALUE;
                turns.end();
            }
        }
    }

    private static void judge(JsUser user, ScenarioState scenario) {
        if (scenario.overdue().get() && user.isComputing()) {
            user.interrupt(PATIENCE);
        }
    }

    private void feel(EventLoop loop, Pulse pulse, long now) {
        try {
            if (pulse.isMissing(loop, now) && usersMax() > 1) {
                if (told.add(HELD)) {
                    state.log().log(Level.WARNING, HELD, "");
                }
                turns.begin();
                turnsUntilNanos = now + TURNS_NANOS;
            }
        } catch (RejectedExecutionException _) {
            pulses.remove(loop);
        }
    }

    private long usersMax() {
        return state.planned().scenarios().values().stream()
                .mapToLong(it -> it.scenario().executor().maxVus())
                .sum();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
