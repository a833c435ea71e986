package io.spate.metrics;

/**
 * How often each value occurred, to three significant digits, with exact count, sum, minimum and
 * maximum. Immutable and sparse: its size follows the number of distinct values, not the range.
 */
public final class Histogram {
    /** No values. */
    public static final Histogram EMPTY = new Histogram();

    Histogram() {}

    /** Both histograms as one. */
    public Histogram merge(Histogram other) {
        throw new UnsupportedOperationException();
    }

    /** How many values there are. */
    public long count() {
        throw new UnsupportedOperationException();
    }

    /** The sum of all values, exact while it fits a {@code long}. */
    public long sum() {
        throw new UnsupportedOperationException();
    }

    /** The lowest value; 0 where there is none. */
    public long min() {
        throw new UnsupportedOperationException();
    }

    /** The highest value; 0 where there is none. */
    public long max() {
        throw new UnsupportedOperationException();
    }

    /** The mean; 0 where there are no values. */
    public double mean() {
        throw new UnsupportedOperationException();
    }

    /**
     * The value at or below which the given share of the values lies (HdrHistogram's definition).
     *
     * @param percentile 0 to 100
     */
    public long percentile(double percentile) {
        throw new UnsupportedOperationException();
    }
}
