package io.spate.output.k6;

import io.spate.metrics.Series;

/** How values become lines. Belongs to one thread. */
public sealed interface SampleFormat permits JsonLines, CsvLines {
    /** What stands before all lines. */
    String head();

    /**
     * Appends a value, with a line end.
     *
     * @param epochNanos the time of day, since 1970 in UTC
     * @param value in the unit it is recorded in
     */
    void append(StringBuilder into, Series series, long epochNanos, long value);
}
