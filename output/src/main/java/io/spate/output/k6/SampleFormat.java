package io.spate.output.k6;

import io.spate.metrics.Series;

/** How values become lines. Belongs to one thread. */
public interface SampleFormat {
    /** What stands before all lines. */
    String head();

    /**
     * Takes a value, and appends a line with a line end where there is one to write.
     *
     * @param lane values of one lane come in the order in which they were recorded
     * @param epochNanos the time of day, since 1970 in UTC
     * @param value in the unit it is recorded in
     * @return whether there was one
     */
    boolean append(StringBuilder into, int lane, Series series, long epochNanos, long value);
}
