package io.spate.k6.summary;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.plan.TestPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A metric of a run, or the part of one with some tags.
 *
 * @param selector with the tags of a part
 * @param value over the run
 * @param seconds how long the run took
 */
record MetricLine(Metric metric, Selector selector, Aggregate value, double seconds) {
    /** Metrics of Spate's own parts that are not among the builtin ones. */
    private static final Set<String> OURS =
            Set.of(
                    "http_limits_reached",
                    "http_req_looking_up",
                    "http_reqs_repeated",
                    "script_limits_reached");

    /** All metrics by name, each followed by the parts that thresholds are about. */
    static List<MetricLine> of(TestPlan plan, Snapshot total) {
        var metrics =
                Stream.concat(
                                total.aggregates().keySet().stream().map(it -> it.metric()),
                                judged(plan))
                        .distinct()
                        .sorted(Comparator.comparing(Metric::name))
                        .toList();
        var lines = new ArrayList<MetricLine>();
        for (var metric : metrics) {
            var selectors = new LinkedHashSet<Selector>();
            selectors.add(new Selector(metric.name(), Tags.NONE));
            if (metric.equals(BuiltinMetrics.HTTP_REQ_DURATION)) {
                selectors.add(
                        new Selector(metric.name(), new Tags(Map.of("expected_response", "true"))));
            }
            plan.thresholds().stream()
                    .map(it -> it.selector())
                    .filter(it -> it.metric().equals(metric.name()))
                    .forEach(selectors::add);
            for (var selector : selectors) {
                total.find(selector)
                        .or(() -> isJudged(plan, selector) ? nothing(metric) : Optional.empty())
                        .ifPresent(
                                it ->
                                        lines.add(
                                                new MetricLine(
                                                        metric, selector, it, total.seconds())));
            }
        }
        return lines;
    }

    /** The metrics that thresholds are about: they are shown where nothing was measured too. */
    private static Stream<Metric> judged(TestPlan plan) {
        return plan.thresholds().stream()
                .map(it -> it.selector().metric())
                .flatMap(
                        name ->
                                Stream.concat(
                                                BuiltinMetrics.find(name).stream(),
                                                plan.metrics().stream()
                                                        .filter(it -> it.name().equals(name)))
                                        .limit(1));
    }

    private static boolean isJudged(TestPlan plan, Selector selector) {
        return plan.thresholds().stream().anyMatch(it -> it.selector().equals(selector));
    }

    private static Optional<Aggregate> nothing(Metric metric) {
        return Optional.of(
                switch (metric.type()) {
                    case COUNTER -> new Aggregate.Count(0);
                    case GAUGE -> new Aggregate.Level(0, 0, 0, 0);
                    case RATE -> new Aggregate.Ratio(0, 0);
                    case TREND -> new Aggregate.Distribution(Histogram.EMPTY);
                });
    }

    boolean isTrend() {
        return metric.type() == Metric.Type.TREND;
    }

    boolean isPart() {
        return !selector.tags().values().isEmpty();
    }

    /** The tags of a part as a summary shows them. */
    String tags() {
        var text = selector.text();
        return isPart() ? text.substring(metric.name().length() + 1, text.length() - 1) : "";
    }

    /** Whether the script has added it. */
    boolean isOfScript() {
        return BuiltinMetrics.find(metric.name()).isEmpty() && !OURS.contains(metric.name());
    }

    /** Whether k6 has it too. */
    boolean isOfK6() {
        return isOfScript() || BuiltinMetrics.OF_K6.contains(metric);
    }

    /**
     * A statistic by k6's name, in the metric's unit; NaN where the metric has none such.
     *
     * @param name such as {@code avg}, {@code p(99.9)}, {@code rate}
     */
    double statistic(String name) {
        double unit = metric.unit();
        return switch (value) {
            case Aggregate.Count(var total) ->
                    switch (name) {
                        case "count" -> total / unit;
                        case "rate" -> seconds <= 0 ? 0 : total / unit / seconds;
                        default -> Double.NaN;
                    };
            case Aggregate.Level(var last, _, var min, var max) ->
                    switch (name) {
                        case "value" -> last / unit;
                        case "min" -> min / unit;
                        case "max" -> max / unit;
                        default -> Double.NaN;
                    };
            case Aggregate.Ratio(var hits, var total) ->
                    switch (name) {
                        case "rate" -> total == 0 ? 0 : (double) hits / total;
                        case "passes" -> hits;
                        case "fails" -> total - hits;
                        default -> Double.NaN;
                    };
            case Aggregate.Distribution(var histogram) -> ofTrend(histogram, name, unit);
        };
    }

    private static double ofTrend(Histogram histogram, String name, double unit) {
        if (histogram.count() == 0) {
            return 0;
        }
        return switch (name) {
            case "count" -> histogram.count();
            case "avg" -> histogram.mean() / unit;
            case "min" -> histogram.min() / unit;
            case "med" -> histogram.percentile(50) / unit;
            case "max" -> histogram.max() / unit;
            default ->
                    name.startsWith("p(")
                            ? histogram.percentile(
                                            Double.parseDouble(
                                                    name.substring(2, name.length() - 1)))
                                    / unit
                            : Double.NaN;
        };
    }

    /** The names of its statistics, in order. */
    List<String> statistics(List<String> ofTrends) {
        return switch (metric.type()) {
            case COUNTER -> List.of("count", "rate");
            case GAUGE -> List.of("value", "min", "max");
            case RATE -> List.of("rate", "passes", "fails");
            case TREND -> ofTrends;
        };
    }
}
