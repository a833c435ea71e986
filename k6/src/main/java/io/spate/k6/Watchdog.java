package io.spate.k6;

import io.spate.k6.js.JsUser;
import io.spate.metrics.Ticker;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends code that computes and does not stop: it holds its loop, so that nothing on the loop can. A
 * thread of its own looks ten times a second whether any user still runs some time after its
 * scenario must have ended. Any thread.
 */
final class Watchdog implements AutoCloseable {
    /** How much later than the engine, which ends whatever waits. */
    private static final Duration LATER = Duration.ofMillis(300);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long PERIOD_NANOS = 100_000_000;

    private final Ticker ticker;
    private final Map<String, Scenario> scenarios = new ConcurrentHashMap<>();
    private final Map<JsUser, String> users = new ConcurrentHashMap<>();
    private final Map<JsUser, Guard> guards = new ConcurrentHashMap<>();
    private final AtomicLong startNanos = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong endNanos = new AtomicLong(Long.MAX_VALUE);
    private final Thread thread;
    private volatile boolean closed;

    Watchdog(Ticker ticker, TestPlan plan) {
        this.ticker = ticker;
        plan.scenarios().forEach(it -> scenarios.put(it.name(), it));
        this.thread = Thread.ofPlatform().daemon().name("script-watchdog").start(this::look);
    }

    private static long lengthNanos(Scenario scenario) {
        return scenario.startTime()
                .plus(scenario.executor().duration())
                .plus(scenario.gracefulStop())
                .plus(LATER)
                .toNanos();
    }

    /** A limit for what is done once. */
    final class Guard {
        private final long endNanos;
        private final Runnable first;
        private final JsUser user;
        private final AtomicBoolean struck = new AtomicBoolean();

        Guard(JsUser user, long endNanos, Runnable first) {
            this.user = user;
            this.endNanos = endNanos;
            this.first = first;
        }

        /** Whether it was reached. */
        boolean hasStruck() {
            return struck.get();
        }

        /** Watches no longer. */
        void end() {
            guards.remove(user);
        }
    }

    /** Watches a user that begins in a scenario; the first of all tells when the run began. */
    void watch(JsUser user, Scenario scenario) {
        long start = ticker.nanoTime() - scenario.startTime().toNanos();
        startNanos.compareAndSet(Long.MAX_VALUE, start);
        users.put(user, scenario.name());
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
        var guard = new Guard(user, ticker.nanoTime() + time.toNanos(), first);
        guards.put(user, guard);
        return guard;
    }

    /** Has all end, after some time at the latest. */
    void endWithin(Duration grace) {
        long end = ticker.nanoTime() + grace.plus(LATER).toNanos();
        endNanos.accumulateAndGet(end, Math::min);
    }

    private void look() {
        while (!closed) {
            LockSupport.parkNanos(PERIOD_NANOS);
            long now = ticker.nanoTime();
            guards.values().forEach(it -> strike(it, now));
            long start = startNanos.get();
            if (start != Long.MAX_VALUE) {
                users.forEach((user, scenario) -> judge(user, start, scenario, now));
            }
        }
    }

    private static void strike(Guard guard, long now) {
        if (now < guard.endNanos) {
            return;
        }
        if (guard.struck.compareAndSet(false, true)) {
            guard.first.run();
        } else if (now > guard.endNanos + LATER.toNanos() && guard.user.isRunning()) {
            guard.user.interrupt(PATIENCE);
        }
    }

    private void judge(JsUser user, long start, String scenario, long now) {
        long end =
                Math.min(
                        start + lengthNanos(Objects.requireNonNull(scenarios.get(scenario))),
                        endNanos.get());
        if (now > end && user.isRunning()) {
            user.interrupt(PATIENCE);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
