package io.spate.metrics;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * The latest values of one recorder, in a ring: one thread adds, another one takes away, and
 * neither waits. A value that finds the ring full is dropped, and counted.
 */
final class SampleLog {
    private final IntFunction<Series> seriesOf;
    private final Ticker ticker;
    private final int mask;
    private final int[] series;
    private final long[] values;
    private final long[] atNanos;
    private final AtomicLong added = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    /** Of the adding thread: what it last saw of the other one. */
    private long takenThen;

    /**
     * An empty log.
     *
     * @param seriesOf the series of a number
     * @param capacity a power of two
     */
    SampleLog(IntFunction<Series> seriesOf, Ticker ticker, int capacity) {
        this.seriesOf = seriesOf;
        this.ticker = ticker;
        mask = capacity - 1;
        series = new int[capacity];
        values = new long[capacity];
        atNanos = new long[capacity];
    }

    /** Adds a value that is recorded now. Belongs to the recorder's thread. */
    void add(int number, long value) {
        long next = added.getPlain();
        if (next - takenThen > mask) {
            takenThen = taken.getAcquire();
            if (next - takenThen > mask) {
                dropped.setRelease(dropped.getPlain() + 1);
                return;
            }
        }
        int slot = (int) next & mask;
        series[slot] = number;
        values[slot] = value;
        atNanos[slot] = ticker.nanoTime();
        added.setRelease(next + 1);
    }

    /** Takes away what is there, in order. Belongs to the reading thread. */
    void drain(SampleLogs.Sink sink) {
        long from = taken.getPlain();
        long to = added.getAcquire();
        for (long next = from; next < to; next++) {
            int slot = (int) next & mask;
            sink.sample(seriesOf.apply(series[slot]), atNanos[slot], values[slot]);
            // One by one, so that a full ring has room again before all is written.
            taken.setRelease(next + 1);
        }
    }

    long dropped() {
        return dropped.getAcquire();
    }
}
