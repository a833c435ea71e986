package io.spate.output.prometheus;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Metric.Contains;
import io.spate.metrics.threshold.Threshold.Judgement;
import io.spate.output.text.Decimals;
import java.util.List;
import java.util.Map;

/**
 * What an aggregate is to Prometheus, under k6's names: a counter ends in {@code _total}, a rate in
 * {@code _rate}, each figure of a trend in its own name; times are in seconds.
 *
 * @param stats the figures of trends
 * @param buckets whether trends of times are classic histograms too, but for a request's parts
 */
record Points(List<TrendStat> stats, boolean buckets) {
    private static final double[] BOUNDS_SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
    };

    /** What Prometheus is told of a name. */
    enum Kind {
        COUNTER,
        GAUGE,
        HISTOGRAM
    }

    /** Takes points. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes a point.
         *
         * @param family the name that the kind is told of
         * @param le the upper bound of a histogram's bucket; empty for what is none
         */
        void point(String family, Kind kind, String name, Labels labels, String le, double value);
    }

    /** How many recorded units are one of Prometheus': seconds, bytes, plain numbers. */
    static double unit(Metric metric) {
        return switch (metric.contains()) {
            case TIME -> 1e9;
            case DECIMAL -> 1e6;
            case DATA, DEFAULT -> 1;
        };
    }

    /** The name of a metric, before what is added to it. */
    static String name(Metric metric) {
        return "k6_" + Labels.legal(metric.name());
    }

    void of(Metric metric, Labels labels, Aggregate value, Sink sink) {
        var name = name(metric);
        switch (value) {
            case Aggregate.Count(var total) ->
                    one(sink, Kind.COUNTER, name + "_total", labels, total / unit(metric));
            case Aggregate.Level level ->
                    one(sink, Kind.GAUGE, name, labels, level.last() / unit(metric));
            case Aggregate.Ratio ratio ->
                    one(sink, Kind.GAUGE, name + "_rate", labels, ratio.rate());
            case Aggregate.Distribution(var histogram) -> {
                for (var stat : stats) {
                    double number = stat.value().applyAsDouble(histogram);
                    one(
                            sink,
                            Kind.GAUGE,
                            name + "_" + stat.suffix(),
                            labels,
                            stat.counts() ? number : number / unit(metric));
                }
                // Of parts the percentiles must do: with their buckets a page is four times as
                // long.
                if (buckets
                        && metric.contains() == Contains.TIME
                        && !BuiltinMetrics.REQUEST_PARTS.contains(metric)) {
                    buckets(name + "_seconds", labels, histogram, sink);
                }
            }
        }
    }

    /** Whether a threshold was met, and what was observed where there were values. */
    static void of(Judgement judgement, Sink sink) {
        var labels =
                Labels.of(
                        Map.of(
                                "metric", judgement.threshold().selector().text(),
                                "threshold", judgement.threshold().expression()));
        one(sink, Kind.GAUGE, "spate_threshold_passed", labels, judgement.passed() ? 1 : 0);
        if (!Double.isNaN(judgement.value())) {
            one(sink, Kind.GAUGE, "spate_threshold_value", labels, judgement.value());
        }
    }

    private static void one(Sink sink, Kind kind, String name, Labels labels, double value) {
        sink.point(name, kind, name, labels, "", value);
    }

    private static void buckets(String name, Labels labels, Histogram histogram, Sink sink) {
        var bucket = name + "_bucket";
        double all = (double) histogram.count();
        for (double bound : BOUNDS_SECONDS) {
            long count = histogram.countAtOrBelow(Math.round(bound * 1e9));
            var le = Decimals.shortest(bound);
            sink.point(name, Kind.HISTOGRAM, bucket, labels, le, (double) count);
        }
        sink.point(name, Kind.HISTOGRAM, bucket, labels, "+Inf", all);
        sink.point(name, Kind.HISTOGRAM, name + "_sum", labels, "", histogram.sum() / 1e9);
        sink.point(name, Kind.HISTOGRAM, name + "_count", labels, "", all);
    }
}
