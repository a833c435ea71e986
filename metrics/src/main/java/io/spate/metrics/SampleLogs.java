package io.spate.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/** The logs of all recorders of a run. They are opened by any thread and read by one. */
public final class SampleLogs {
    /** Values a log holds: half a second's of a loop that sends 25,000 requests in one. */
    public static final int CAPACITY = 1 << 17;

    private final List<SampleLog> logs = new CopyOnWriteArrayList<>();
    private final int capacity;

    /** Takes values one by one. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a value.
         *
         * @param atNanos when it was recorded, on the clock of the log
         * @param value as it was recorded: in nanoseconds, bytes, millionths or plain
         */
        void sample(Series series, long atNanos, long value);
    }

    /** For a run; each log has room for {@link #CAPACITY} values. */
    public SampleLogs() {
        this(CAPACITY);
    }

    /**
     * For a run.
     *
     * @param capacity values that a log has room for, a power of two
     */
    public SampleLogs(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("no power of two: " + capacity);
        }
        this.capacity = capacity;
    }

    /** A log for one more recorder. */
    SampleLog open(IntFunction<Series> seriesOf, Ticker ticker) {
        var log = new SampleLog(seriesOf, ticker, capacity);
        logs.add(log);
        return log;
    }

    /** Takes away all values that are there; those of one recorder come in order. */
    public void drain(Sink sink) {
        logs.forEach(it -> it.drain(sink));
    }

    /** How many recorders there are; they are numbered from 0. */
    public int recorders() {
        return logs.size();
    }

    /** Takes away the values of one recorder, in order. */
    public void drain(int recorder, Sink sink) {
        logs.get(recorder).drain(sink);
    }

    /** How many values found no room. */
    public long dropped() {
        return logs.stream().mapToLong(SampleLog::dropped).sum();
    }
}
