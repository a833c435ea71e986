package io.spate.output.postgres;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a series came to in an interval; times in ms. What a kind of metric does not have is null.
 *
 * @param count of a counter what it went up by, where that is whole; else how many values
 * @param hits of a rate, how many of them were not zero
 * @param value of a counter what it went up by, of a gauge the last, of a rate the share of hits,
 *     of a trend the mean
 * @param bounds of a trend, as an array: the highest value of each bucket of its histogram
 * @param counts as an array: how many values each bucket holds
 */
record PointRow(
        int series,
        @Nullable Long count,
        @Nullable Long hits,
        @Nullable Double value,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double sum,
        @Nullable Double p50,
        @Nullable Double p90,
        @Nullable Double p95,
        @Nullable Double p99,
        @Nullable Double p999,
        @Nullable String bounds,
        @Nullable String counts) {

    static PointRow counter(int series, long total, double unit) {
        return plain(series, unit == 1 ? total : null, null, total / unit, null, null);
    }

    static PointRow gauge(int series, Aggregate.Level level, double unit) {
        return plain(
                series, null, null, level.last() / unit, level.min() / unit, level.max() / unit);
    }

    static PointRow rate(int series, Aggregate.Ratio ratio) {
        return plain(series, ratio.total(), ratio.hits(), ratio.rate(), null, null);
    }

    private static PointRow plain(
            int series,
            @Nullable Long count,
            @Nullable Long hits,
            double value,
            @Nullable Double min,
            @Nullable Double max) {
        return new PointRow(
                series, count, hits, value, min, max, null, null, null, null, null, null, null,
                null);
    }

    static PointRow trend(
            int series,
            Histogram histogram,
            double unit,
            @Nullable String bounds,
            @Nullable String counts) {
        return new PointRow(
                series,
                histogram.count(),
                null,
                histogram.mean() / unit,
                histogram.min() / unit,
                histogram.max() / unit,
                histogram.sum() / unit,
                histogram.percentile(50) / unit,
                histogram.percentile(90) / unit,
                histogram.percentile(95) / unit,
                histogram.percentile(99) / unit,
                histogram.percentile(99.9) / unit,
                bounds,
                counts);
    }
}
