package io.spate.output.encoding;

import io.spate.metrics.Histogram;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A histogram in buckets that grow by a constant factor, two to the power of two to the minus
 * scale: OpenTelemetry's exponential histograms, and Prometheus' native ones, whose schema is the
 * scale. Bucket {@code i} holds what is above the factor to the {@code i} and up to the factor to
 * the {@code i + 1}; Prometheus numbers it by the latter. See
 * opentelemetry.io/docs/specs/otel/metrics/data-model.
 *
 * <p>Every value is counted, none twice. A value is put where the middle of its bucket of ours is,
 * which is at most 0.05 % from it.
 *
 * @param scale of the factor
 * @param zeros how many values are 0
 * @param positive how many values are in each bucket that has any
 * @param negative the same of values below 0, by their magnitudes
 */
public record ExponentialBuckets(
        int scale,
        long zeros,
        SortedMap<Integer, Long> positive,
        SortedMap<Integer, Long> negative) {
    /** Finer than that our own buckets are not. */
    public static final int SCALE_MAX = 8;

    /** How many buckets there are at most by OpenTelemetry's own default. */
    public static final int BUCKETS_MAX = 160;

    public ExponentialBuckets {
        positive = Collections.unmodifiableSortedMap(new TreeMap<>(positive));
        negative = Collections.unmodifiableSortedMap(new TreeMap<>(negative));
    }

    /**
     * A histogram in buckets of a scale.
     *
     * @param unit how many units of the histogram are one of the buckets' values
     */
    public static ExponentialBuckets of(Histogram histogram, double unit, int scale) {
        var positive = new TreeMap<Integer, Long>();
        var negative = new TreeMap<Integer, Long>();
        var zeros = new long[1];
        histogram.forEach(
                (lowest, highest, count) -> {
                    double middle = (lowest / 2.0 + highest / 2.0) / unit;
                    if (middle == 0) {
                        zeros[0] += count;
                    } else {
                        (middle > 0 ? positive : negative)
                                .merge(index(Math.abs(middle), scale), count, Long::sum);
                    }
                });
        return new ExponentialBuckets(scale, zeros[0], positive, negative);
    }

    /** A histogram at the finest scale at which {@link #BUCKETS_MAX} buckets span it. */
    public static ExponentialBuckets fitted(Histogram histogram, double unit) {
        var finest = of(histogram, unit, SCALE_MAX);
        int less = 0;
        while (span(finest.positive, less) > BUCKETS_MAX
                || span(finest.negative, less) > BUCKETS_MAX) {
            less++;
        }
        return new ExponentialBuckets(
                SCALE_MAX - less,
                finest.zeros,
                coarser(finest.positive, less),
                coarser(finest.negative, less));
    }

    /** Of two neighbours one is made for each step of the scale. */
    private static SortedMap<Integer, Long> coarser(SortedMap<Integer, Long> counts, int less) {
        var merged = new TreeMap<Integer, Long>();
        counts.forEach((index, count) -> merged.merge(index >> less, count, Long::sum));
        return merged;
    }

    private static int span(SortedMap<Integer, Long> counts, int less) {
        return counts.isEmpty() ? 0 : (counts.lastKey() >> less) - (counts.firstKey() >> less) + 1;
    }

    /**
     * The bucket of a value. A power of two is the upper bound of its bucket, which its logarithm
     * alone, rounded, would not tell.
     *
     * @param value above 0
     * @param scale at least 0
     */
    static int index(double value, int scale) {
        int exponent = Math.getExponent(value);
        double rest = value / Math.scalb(1.0, exponent);
        int within = (int) Math.ceil(Math.log(rest) / Math.log(2) * (1 << scale));
        return (exponent << scale) + Math.max(within, rest > 1 ? 1 : 0) - 1;
    }
}
