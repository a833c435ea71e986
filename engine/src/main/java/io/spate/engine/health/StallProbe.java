package io.spate.engine.health;

import io.spate.engine.health.machine.GcClock;
import io.spate.engine.health.machine.GcClock.Pauses;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Ticker;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that does nothing but wake every 20 ms: where it wakes late, the whole process stood
 * still, or the machine had no core for it. What the garbage collector did meanwhile is recorded as
 * its pause, and the rest as a stall (the idea is Gil Tene's jHiccup).
 *
 * <p>The collector's times have a resolution of 1 ms; of several pauses within that time each is
 * taken to be as long as their mean.
 */
final class StallProbe implements AutoCloseable {
    static final long PERIOD_NANOS = 20_000_000;

    /** A thread that wakes this late may just have waited for its turn. */
    static final long LEAST_NANOS = 10_000_000;

    private static final long MILLI = 1_000_000;

    private final HealthRecorder recorder;
    private final GcClock gc;
    private final Ticker ticker;
    private final int pauses;
    private final int stalls;
    private final Thread thread;
    private volatile boolean closed;
    private Pauses seen;
    private long lastNanos;

    StallProbe(HealthRecorder recorder, GcClock gc, Ticker ticker) {
        this.recorder = recorder;
        this.gc = gc;
        this.ticker = ticker;
        this.pauses = recorder.series(BuiltinMetrics.GENERATOR_GC_PAUSE);
        this.stalls = recorder.series(BuiltinMetrics.GENERATOR_STALL);
        this.seen = gc.read();
        this.lastNanos = ticker.nanoTime();
        this.thread = Thread.ofPlatform().daemon().name("stall-probe").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            wake();
        }
    }

    /** What is done on each wake. */
    void wake() {
        long nowNanos = ticker.nanoTime();
        long lateNanos = nowNanos - lastNanos - PERIOD_NANOS;
        Pauses now = gc.read();
        long count = now.count() - seen.count();
        long gcNanos = (now.millis() - seen.millis()) * MILLI;
        for (long i = 0; i < count; i++) {
            recorder.record(pauses, gcNanos / count);
        }
        if (lateNanos - gcNanos >= LEAST_NANOS) {
            recorder.record(stalls, lateNanos - gcNanos);
        }
        seen = now;
        lastNanos = nowNanos;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
