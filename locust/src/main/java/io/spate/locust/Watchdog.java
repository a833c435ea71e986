package io.spate.locust;

import io.spate.metrics.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Ends Python that computes and does not stop: it holds the loop, so that nothing on the loop can.
 * A thread of its own looks ten times a second whether the run goes on after it must have ended.
 */
final class Watchdog implements AutoCloseable {
    private static final long PERIOD_NANOS = 100_000_000;

    /** What users may take for their last words, and a little more. */
    private static final Duration LATER = Duration.ofSeconds(15);

    private final Ticker ticker;
    private final Duration grace;
    private final BooleanSupplier goesOn;
    private final Runnable stop;
    private final AtomicLong endNanos = new AtomicLong(Long.MAX_VALUE);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Watches from now on.
     *
     * @param grace how long users may take to finish what they do
     * @param goesOn whether the run goes on
     * @param stop ends it, called once
     */
    Watchdog(Ticker ticker, Duration grace, BooleanSupplier goesOn, Runnable stop) {
        this.ticker = ticker;
        this.grace = grace.plus(LATER);
        this.goesOn = goesOn;
        this.stop = stop;
        this.thread = Thread.ofPlatform().daemon().name("locust-watchdog").start(this::look);
    }

    /** Says that the run ends after some time at the latest. Any thread. */
    void endsIn(Duration time) {
        long end = ticker.nanoTime() + time.plus(grace).toNanos();
        endNanos.accumulateAndGet(end, Math::min);
    }

    private void look() {
        while (!closed) {
            LockSupport.parkNanos(PERIOD_NANOS);
            if (endNanos.get() != Long.MAX_VALUE && ticker.nanoTime() > endNanos.get()) {
                if (goesOn.getAsBoolean()) {
                    stop.run();
                }
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
