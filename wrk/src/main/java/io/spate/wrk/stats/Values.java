package io.spate.wrk.stats;

/**
 * Numbers with how often each came, and what wrk computes of them. Immutable.
 *
 * <p>Mean, deviation and share are those of wrk's stats.c, with its ways of rounding.
 */
public final class Values {
    /** No numbers. */
    public static final Values NONE = new Values(new long[0], new long[0], 0, 0, 0);

    private final long[] values;
    private final long[] counts;
    private final long count;
    private final long min;
    private final long max;

    /**
     * Takes the arrays over.
     *
     * @param values ascending
     * @param counts how often each came
     * @param count of all, which may be more than these say
     */
    Values(long[] values, long[] counts, long count, long min, long max) {
        this.values = values;
        this.counts = counts;
        this.count = count;
        this.min = min;
        this.max = max;
    }

    /** How many numbers there are. */
    public long count() {
        return count;
    }

    /** The least that was measured; 0 where none was. */
    public long min() {
        return min;
    }

    /** The greatest that was measured; 0 where none was. */
    public long max() {
        return max;
    }

    public double mean() {
        if (count == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * counts[i];
        }
        return sum / count;
    }

    /** The standard deviation of a sample. */
    public double stdev() {
        return count < 2 ? 0 : Math.sqrt(squares() / (count - 1));
    }

    /** The standard deviation of a population, which HdrHistogram gives. */
    public double populationStdev() {
        return count == 0 ? 0 : Math.sqrt(squares() / count);
    }

    private double squares() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double off = values[i] - mean;
            sum += off * off * counts[i];
        }
        return sum;
    }

    /** How many in a hundred are within one standard deviation; not a number where none are. */
    public double withinStdevPercent() {
        double mean = mean();
        double stdev = stdev();
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= mean - stdev && values[i] <= mean + stdev) {
                sum += counts[i];
            }
        }
        return (double) sum / count * 100;
    }

    /** The number at a percentile by wrk's rank; 0 where there is none. */
    public long percentile(double percentile) {
        return atRank((long) Math.floor(percentile / 100 * count + 1));
    }

    /** The number at a percentile by HdrHistogram's rank; 0 where there is none. */
    public long hdrPercentile(double percentile) {
        return atRank(Math.max(1, (long) (percentile / 100 * count + 0.5)));
    }

    private long atRank(long rank) {
        long total = 0;
        for (int i = 0; i < values.length; i++) {
            total += counts[i];
            if (total >= rank) {
                return values[i];
            }
        }
        return 0;
    }

    /** How many different numbers there are. */
    public int distinct() {
        return values.length;
    }

    /** The different numbers in ascending order, from 0. */
    public long value(int index) {
        return values[index];
    }

    /** How often the number at an index came. */
    public long countAt(int index) {
        return counts[index];
    }
}
