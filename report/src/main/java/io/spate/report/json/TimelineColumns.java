package io.spate.report.json;

import static io.spate.metrics.BuiltinMetrics.DROPPED_ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static io.spate.metrics.BuiltinMetrics.ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.VUS;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns the intervals of a run into one list for each column. */
final class TimelineColumns {
    private TimelineColumns() {}

    static Results.Timeline of(List<Snapshot> intervals) {
        return new Results.Timeline(
                column(intervals, it -> Numbers.seconds(it.startNanos())),
                column(intervals, it -> (double) it.level(VUS).last()),
                column(intervals, it -> perSecond(it, it.count(HTTP_REQS))),
                column(intervals, it -> perSecond(it, it.ratio(HTTP_REQ_FAILED).hits())),
                column(intervals, it -> perSecond(it, it.count(ITERATIONS))),
                column(intervals, it -> perSecond(it, it.count(DROPPED_ITERATIONS))),
                percentiles(intervals, HTTP_REQ_DURATION),
                percentiles(intervals, HTTP_REQ_RESPONSE_TIME),
                highest(intervals, BuiltinMetrics.find("generator_cpu")),
                highest(intervals, BuiltinMetrics.find("machine_cpu")),
                BuiltinMetrics.find("generator_loop_lag")
                        .map(it -> watched(percentile(histograms(intervals, it), 99)))
                        .orElse(List.of()));
    }

    private static List<Double> column(List<Snapshot> intervals, Function<Snapshot, Double> value) {
        return intervals.stream().map(value).toList();
    }

    private static double perSecond(Snapshot interval, long count) {
        return Numbers.perSecond(count, interval.seconds());
    }

    /** The highest level of a gauge in each interval. */
    private static List<Double> highest(List<Snapshot> intervals, Optional<Metric> metric) {
        return metric.map(
                        gauge ->
                                watched(
                                        column(
                                                intervals,
                                                it ->
                                                        it.find(gauge).isEmpty()
                                                                ? Double.NaN
                                                                : Numbers.rounded(
                                                                        it.level(gauge).max()
                                                                                / gauge.unit()))))
                .orElse(List.of());
    }

    /** The column; empty where it has no value at all. */
    private static List<Double> watched(List<Double> column) {
        return column.stream().allMatch(it -> it.isNaN()) ? List.of() : column;
    }

    private static Results.TimeColumns percentiles(List<Snapshot> intervals, Metric metric) {
        var histograms = histograms(intervals, metric);
        return new Results.TimeColumns(
                percentile(histograms, 50), percentile(histograms, 95), percentile(histograms, 99));
    }

    private static List<Histogram> histograms(List<Snapshot> intervals, Metric metric) {
        return intervals.stream().map(it -> it.histogram(metric)).toList();
    }

    private static List<Double> percentile(List<Histogram> histograms, double percentile) {
        return histograms.stream()
                .map(it -> it.count() == 0 ? Double.NaN : Numbers.millis(it.percentile(percentile)))
                .toList();
    }
}
