package io.spate.output.delivery;

import io.spate.metrics.Series;

/** Takes each value of a run, one by one. Called by one thread. */
public interface SampleSink {
    /**
     * Takes a value.
     *
     * @param lane values of one lane come in the order in which they were recorded
     * @param epochNanos the time of day, since 1970 in UTC; no two values have the same
     * @param value as it was recorded: in nanoseconds, bytes, millionths or plain
     */
    void sample(int lane, Series series, long epochNanos, long value);

    /** Called some twenty times in a second, after what has come. */
    void turn();

    /** Called after the last value. */
    void end();
}
