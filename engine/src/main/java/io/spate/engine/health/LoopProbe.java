package io.spate.engine.health;

import io.spate.metrics.Recorder;
import io.spate.metrics.Ticker;

/**
 * A timer on a loop that is due every 50 ms: how late it runs is how long anything that became due
 * or arrived then had to wait. Belongs to the loop.
 *
 * <p>A loop that stands still for a second is late for twenty of these instants, and all of them
 * are recorded when it comes back; so the percentiles are shares of the time, and not of the few
 * times at which the loop happened to look.
 *
 * <p>On a busy loop that costs some nanoseconds; on an idle one a wake each time, which is why it
 * is not done more often.
 */
final class LoopProbe implements Runnable {
    static final long PERIOD_NANOS = 50_000_000;

    /** Of one stop no more are recorded: those of 10 s. */
    static final int MISSED_MAX = 200;

    private final Recorder recorder;
    private final int series;
    private final Ticker ticker;
    private final Timers timers;
    private volatile boolean stopped;
    private long dueNanos;

    LoopProbe(Recorder recorder, int series, Ticker ticker, Timers timers) {
        this.recorder = recorder;
        this.series = series;
        this.ticker = ticker;
        this.timers = timers;
    }

    /** Runs a task on the loop at an instant. */
    @FunctionalInterface
    interface Timers {
        void schedule(long dueNanos, Runnable task);
    }

    /** Begins to measure. */
    void start() {
        dueNanos = ticker.nanoTime() + PERIOD_NANOS;
        timers.schedule(dueNanos, this);
    }

    @Override
    public void run() {
        if (stopped) {
            return;
        }
        long nowNanos = ticker.nanoTime();
        for (int i = 0; i < MISSED_MAX && dueNanos <= nowNanos; i++) {
            recorder.record(series, nowNanos - dueNanos);
            dueNanos += PERIOD_NANOS;
        }
        dueNanos = Math.max(dueNanos, nowNanos + 1);
        timers.schedule(dueNanos, this);
    }

    /** Measures no more. Any thread. */
    void stop() {
        stopped = true;
    }
}
