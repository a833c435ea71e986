package io.spate.metrics;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often each value occurred, to three significant digits, with exact count, sum, minimum and
 * maximum. Immutable and sparse: its size follows the number of distinct values, not the range.
 *
 * <p>Values are whole numbers; those of a magnitude below 2048 are kept exactly, greater ones to
 * 0.1 %. The buckets are HdrHistogram's, and so are the percentiles; values below 0, which
 * HdrHistogram does not have, are kept as a histogram of their magnitudes.
 */
public final class Histogram {
    /** No values. */
    public static final Histogram EMPTY = new Histogram(new char[0], new long[0], 0, 0, 0);

    /** The buckets that hold values, ascending; a bucket's number fits 16 bits. */
    private final char[] indexes;

    private final long[] counts;
    private final long count;
    private final long sum;
    private final long min;
    private final long max;

    /** The magnitudes of those below 0, which the fields above leave out; most often none. */
    private final @Nullable Histogram negatives;

    /** Takes the arrays over; each bucket holds at least one value, none below 0. */
    Histogram(char[] indexes, long[] counts, long sum, long min, long max) {
        this.indexes = indexes;
        this.counts = counts;
        this.count = sum(counts);
        this.sum = sum;
        this.min = min;
        this.max = max;
        this.negatives = null;
    }

    /** A stream would cost more than all else that is done for a histogram of a few values. */
    private static long sum(long[] counts) {
        long sum = 0;
        for (long each : counts) {
            sum += each;
        }
        return sum;
    }

    private Histogram(Histogram fromZero, Histogram magnitudes) {
        this.indexes = fromZero.indexes;
        this.counts = fromZero.counts;
        this.count = fromZero.count;
        this.sum = fromZero.sum;
        this.min = fromZero.min;
        this.max = fromZero.max;
        this.negatives = magnitudes;
    }

    /** A histogram of some values. */
    public static Histogram of(long... values) {
        var cell = new Cell.Trend(new Cell.Chunks(), true);
        for (long value : values) {
            cell.add(value);
        }
        return cell.isEmpty() ? EMPTY : cell.drainHistogram();
    }

    /**
     * A histogram as it was: of values from 0 on.
     *
     * @param indexes the numbers of the buckets that hold values, ascending
     * @param counts how many values each of them holds, at least 1
     * @throws IllegalArgumentException where no histogram has these
     */
    public static Histogram restored(char[] indexes, long[] counts, long sum, long min, long max) {
        boolean possible = indexes.length == counts.length && 0 <= min && min <= max && sum >= 0;
        for (int i = 0; possible && i < indexes.length; i++) {
            possible = counts[i] >= 1 && indexes[i] < Buckets.COUNT;
            possible &= i == 0 || indexes[i - 1] < indexes[i];
        }
        if (!possible) {
            throw new IllegalArgumentException("no histogram has these buckets");
        }
        return new Histogram(indexes.clone(), counts.clone(), sum, min, max);
    }

    /** One of values from 0 on, and one of the magnitudes of values below, as one. */
    public static Histogram signed(Histogram fromZero, Histogram magnitudes) {
        return magnitudes.count == 0 ? fromZero : new Histogram(fromZero, magnitudes);
    }

    /** Those from 0 on. */
    public Histogram fromZero() {
        return negatives == null ? this : new Histogram(indexes, counts, sum, min, max);
    }

    /** The magnitudes of those below 0. */
    public Histogram magnitudes() {
        return negatives == null ? EMPTY : negatives;
    }

    /** Both histograms as one. */
    public Histogram merge(Histogram other) {
        if (negatives == null && other.negatives == null) {
            return mergeFromZero(other);
        }
        return signed(
                fromZero().mergeFromZero(other.fromZero()), magnitudes().merge(other.magnitudes()));
    }

    private Histogram mergeFromZero(Histogram other) {
        if (other.count == 0) {
            return this;
        }
        if (count == 0) {
            return other;
        }
        var mergedIndexes = new char[indexes.length + other.indexes.length];
        var mergedCounts = new long[mergedIndexes.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < indexes.length || theirs < other.indexes.length) {
            int my = mine < indexes.length ? indexes[mine] : Buckets.COUNT;
            int their = theirs < other.indexes.length ? other.indexes[theirs] : Buckets.COUNT;
            long here = 0;
            if (my <= their) {
                here += counts[mine++];
            }
            if (their <= my) {
                here += other.counts[theirs++];
            }
            mergedIndexes[size] = (char) Math.min(my, their);
            mergedCounts[size++] = here;
        }
        return new Histogram(
                Arrays.copyOf(mergedIndexes, size),
                Arrays.copyOf(mergedCounts, size),
                saturatedSum(sum, other.sum),
                Math.min(min, other.min),
                Math.max(max, other.max));
    }

    /**
     * All histograms as one. Adds into an array of all buckets: for many histograms that costs what
     * they hold, where merging one by one would walk over the growing result each time.
     */
    static Histogram merge(Collection<Histogram> all) {
        var totals = new long[Buckets.COUNT];
        int distinct = 0;
        long sum = 0;
        long min = Long.MAX_VALUE;
        long max = 0;
        var below = EMPTY;
        for (Histogram one : all) {
            below = below.merge(one.magnitudes());
            for (int i = 0; i < one.indexes.length; i++) {
                distinct += totals[one.indexes[i]] == 0 ? 1 : 0;
                totals[one.indexes[i]] += one.counts[i];
            }
            sum = saturatedSum(sum, one.sum);
            min = Math.min(min, one.count == 0 ? min : one.min);
            max = Math.max(max, one.max);
        }
        if (distinct == 0) {
            return signed(EMPTY, below);
        }
        var indexes = new char[distinct];
        var counts = new long[distinct];
        int size = 0;
        for (int index = 0; size < distinct; index++) {
            if (totals[index] != 0) {
                indexes[size] = (char) index;
                counts[size++] = totals[index];
            }
        }
        return signed(new Histogram(indexes, counts, sum, min, max), below);
    }

    /**
     * The same to two significant digits, in a fraction of the memory: what is read from it is at
     * most 0.8 % off. Count, sum, minimum and maximum stay exact.
     */
    public Histogram coarse() {
        var coarseIndexes = new char[indexes.length];
        var coarseCounts = new long[indexes.length];
        int size = 0;
        for (int i = 0; i < indexes.length; i++) {
            char group = (char) Buckets.coarse(indexes[i]);
            if (size == 0 || coarseIndexes[size - 1] != group) {
                coarseIndexes[size++] = group;
            }
            coarseCounts[size - 1] += counts[i];
        }
        var fromZero =
                new Histogram(
                        Arrays.copyOf(coarseIndexes, size),
                        Arrays.copyOf(coarseCounts, size),
                        sum,
                        min,
                        max);
        return negatives == null ? fromZero : signed(fromZero, negatives.coarse());
    }

    /**
     * The same with the values that one who waits in line does not get to see: the correction for
     * coordinated omission. A user of a closed workload sends the next request only when the last
     * was answered; while one takes 1 s that should take 10 ms, 99 others are never sent, and are
     * missing from the percentiles. For each value above the expected interval this adds those that
     * requests sent at that interval would have had: the value less one interval, less two, and so
     * on down to the interval. It is HdrHistogram's {@code copyCorrectedForCoordinatedOmission};
     * see Gil Tene, "How NOT to Measure Latency", 2013.
     *
     * <p>What it means: an estimate of what visitors would have waited who come at the mean pace of
     * the users, whatever became of earlier visitors. Where it misleads: it assumes that a slow
     * value was a stall in which all others would have waited too, which a slow endpoint or a cache
     * miss among quick ones is not, so it may overstate; it takes every user's pace for the mean
     * one; and values of an open workload, which are measured from when they were due, have nothing
     * missing and must not be corrected.
     *
     * @param expectedIntervalNanos in the unit of the values, how far apart values should begin; 0
     *     or below for no correction
     */
    public Histogram corrected(long expectedIntervalNanos) {
        return expectedIntervalNanos <= 0 || max <= expectedIntervalNanos
                ? this
                : signed(
                        new OmissionCorrection(fromZero(), expectedIntervalNanos).corrected(),
                        magnitudes());
    }

    /** How many values there are. */
    public long count() {
        return negatives == null ? count : count + negatives.count;
    }

    /** The sum of all values, exact while those above and below 0 each fit a {@code long}. */
    public long sum() {
        return negatives == null ? sum : sum - negatives.sum;
    }

    /** The lowest value; 0 where there is none. */
    public long min() {
        return negatives == null ? min : -negatives.max;
    }

    /** The highest value; 0 where there is none. */
    public long max() {
        return negatives == null || count > 0 ? max : -negatives.min;
    }

    /** The mean; 0 where there are no values. */
    public double mean() {
        return count() == 0 ? 0 : (double) sum() / count();
    }

    /**
     * The value at or below which the given share of the values lies, by HdrHistogram's definition:
     * the highest value of the bucket in which that share is reached, never above the maximum. 0
     * gives the minimum, 100 the maximum; without values both are 0.
     *
     * @param percentile 0 to 100; outside of it counts as the nearer end
     */
    public long percentile(double percentile) {
        if (percentile <= 0) {
            return min();
        }
        // One step down, so that 99.9 % of 1000 is 999 and not, by the error of the product, 1000.
        double share = Math.nextDown(Math.min(percentile, 100));
        long wanted = Math.max(1, (long) Math.ceil(share * count() / 100));
        long below = count() - count;
        return wanted > below
                ? atRank(wanted - below)
                : -magnitudes().lowestAtRank(below - wanted + 1);
    }

    private long atRank(long wanted) {
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Math.min(Buckets.highest(indexes[i]), max);
            }
        }
        return max;
    }

    /** Of a magnitude the lowest is the highest value. */
    private long lowestAtRank(long wanted) {
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Math.max(Buckets.lowest(indexes[i]), min);
            }
        }
        return min;
    }

    /** How many values are at or below another; the whole bucket in which that falls counts. */
    public long countAtOrBelow(long value) {
        long below = magnitudes().count;
        if (value >= 0) {
            return below + countFromZero(value);
        }
        int bucket = Buckets.index(Math.max(value, -Long.MAX_VALUE) * -1);
        return below == 0 ? 0 : below - magnitudes().countFromZero(Buckets.lowest(bucket) - 1);
    }

    private long countFromZero(long value) {
        int last = Buckets.index(value);
        long seen = 0;
        for (int i = 0; i < counts.length && indexes[i] <= last; i++) {
            seen += counts[i];
        }
        return seen;
    }

    /** How many buckets hold values. */
    public int buckets() {
        return indexes.length;
    }

    /** The number of the bucket at a place among those that hold values. */
    public char index(int place) {
        return indexes[place];
    }

    /** How many values the bucket at a place holds. */
    public long countAt(int place) {
        return counts[place];
    }

    /** Visits all buckets that hold values, from the lowest to the highest. */
    public void forEach(Visitor visitor) {
        Histogram below = magnitudes();
        for (int i = below.indexes.length - 1; i >= 0; i--) {
            char index = below.indexes[i];
            visitor.bucket(-Buckets.highest(index), -Buckets.lowest(index), below.counts[i]);
        }
        for (int i = 0; i < indexes.length; i++) {
            visitor.bucket(Buckets.lowest(indexes[i]), Buckets.highest(indexes[i]), counts[i]);
        }
    }

    /** Sees the buckets of a histogram. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Sees one bucket.
         *
         * @param lowest the lowest value that falls in it
         * @param highest the highest value that falls in it
         * @param count how many values it holds, at least 1
         */
        void bucket(long lowest, long highest, long count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that
                && sum == that.sum
                && min == that.min
                && max == that.max
                && Arrays.equals(indexes, that.indexes)
                && Arrays.equals(counts, that.counts)
                && Objects.equals(negatives, that.negatives);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(indexes)
                + Arrays.hashCode(counts)
                + 17 * Objects.hashCode(negatives);
    }

    @Override
    public String toString() {
        return "Histogram[count=%d, min=%d, p50=%d, p99=%d, max=%d]"
                .formatted(count(), min(), percentile(50), percentile(99), max());
    }

    /** Sum of two numbers that are not negative, or the highest number where it does not fit. */
    static long saturatedSum(long one, long other) {
        long both = one + other;
        return both < 0 ? Long.MAX_VALUE : both;
    }
}
