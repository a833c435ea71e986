package io.spate.report.json;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Snapshot;
import io.spate.metrics.threshold.Condition;
import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a threshold came to: {@code P95 latency 350.2ms exceeds threshold 250ms}. */
final class ThresholdRow {
    private ThresholdRow() {}

    static Results.Threshold of(Threshold.Judgement judgement, Snapshot total) {
        var threshold = judgement.threshold();
        var metric = metric(threshold.selector().metric(), total);
        return new Results.Threshold(
                threshold.selector().text(),
                threshold.expression(),
                switch (threshold.scope()) {
                    case Scope.Run _ -> "run";
                    case Scope.Window _ -> "window";
                    case Scope.Level _ -> "level";
                },
                threshold.scope() instanceof Scope.Window(var length) ? length.toSeconds() : 0,
                threshold.scope() instanceof Scope.Level(var name) ? name : "",
                threshold.condition().aggregation().text(),
                Numbers.precise(judgement.value()),
                metric.map(it -> MetricRow.word(it.type())).orElse(""),
                threshold.condition().aggregation() instanceof Condition.Apdex
                        ? "default"
                        : metric.map(it -> MetricRow.word(it.contains())).orElse("default"),
                outcome(judgement),
                judgement.stretch().map(it -> Numbers.seconds(it.fromNanos())).orElse(Double.NaN),
                Numbers.rounded(judgement.budgetLeft().orElse(Double.NaN)),
                judgement.passed(),
                message(judgement, metric));
    }

    /** {@code met}, {@code warned} or {@code crossed}. */
    static String outcome(Threshold.Judgement judgement) {
        return switch (judgement.outcome()) {
            case PASSED -> "met";
            case WARNED -> "warned";
            case FAILED -> "crossed";
        };
    }

    private static Optional<Metric> metric(String name, Snapshot total) {
        return total.aggregates().keySet().stream()
                .map(series -> series.metric())
                .filter(metric -> metric.name().equals(name))
                .findAny();
    }

    private static String tags(Selector selector) {
        return selector.tags().values().entrySet().stream()
                .map(tag -> tag.getKey() + ":" + tag.getValue())
                .collect(Collectors.joining(","));
    }

    private static String message(Threshold.Judgement judgement, Optional<Metric> metric) {
        var threshold = judgement.threshold();
        if (Double.isNaN(judgement.value()) || metric.isEmpty()) {
            return metric.flatMap(threshold::problemFor)
                    .orElse(threshold.selector().text() + " had no values");
        }
        var condition = threshold.condition();
        var unit = unit(metric.get(), condition.aggregation());
        var limit = BigDecimal.valueOf(condition.bound());
        return "%s%s %s %s threshold %s"
                .formatted(
                        subject(threshold.selector(), condition.aggregation()),
                        threshold.scope().text(),
                        unit.observed(judgement.value(), limit),
                        judgement.outcome() == Threshold.Outcome.PASSED
                                ? "meets"
                                : relation(condition.comparison()),
                        unit.limit(limit));
    }

    private static String relation(Condition.Comparison comparison) {
        return switch (comparison) {
            case LESS, AT_MOST -> "exceeds";
            case GREATER, AT_LEAST -> "below";
            case EQUAL, STRICTLY_EQUAL -> "differs from";
            case NOT_EQUAL -> "equals";
        };
    }

    private static String subject(Selector selector, Condition.Aggregation aggregation) {
        var metric = selector.metric();
        String subject;
        if (metric.equals(BuiltinMetrics.HTTP_REQ_DURATION.name())) {
            subject = statistic(aggregation) + " latency";
        } else if (metric.equals(BuiltinMetrics.HTTP_REQ_FAILED.name())) {
            subject = "Error rate";
        } else if (metric.equals(BuiltinMetrics.HTTP_REQS.name())
                && aggregation == Condition.Plain.RATE) {
            subject = "Throughput";
        } else {
            subject = statistic(aggregation) + " of " + metric;
        }
        return selector.tags().values().isEmpty() ? subject : subject + " of " + tags(selector);
    }

    private static String statistic(Condition.Aggregation aggregation) {
        return switch (aggregation) {
            case Condition.Percentile(var rank) -> "P" + Unit.plain(BigDecimal.valueOf(rank));
            case Condition.Apdex apdex -> "Apdex" + apdex.text().substring("apdex".length());
            case Condition.Plain plain ->
                    switch (plain) {
                        case COUNT -> "Count";
                        case RATE -> "Rate";
                        case VALUE -> "Value";
                        case AVG -> "Average";
                        case MIN -> "Minimum";
                        case MED -> "Median";
                        case MAX -> "Maximum";
                    };
        };
    }

    private static Unit unit(Metric metric, Condition.Aggregation aggregation) {
        if (aggregation instanceof Condition.Apdex) {
            return new Unit(0, "");
        }
        boolean rate = aggregation == Condition.Plain.RATE;
        if (metric.type() == Metric.Type.RATE) {
            return new Unit(2, "%");
        }
        if (metric.name().equals(BuiltinMetrics.HTTP_REQS.name()) && rate) {
            return new Unit(0, " req/sec");
        }
        return switch (metric.contains()) {
            case TIME -> new Unit(0, "ms");
            case DATA -> new Unit(0, rate ? " bytes/s" : " bytes");
            case DEFAULT, DECIMAL -> new Unit(0, rate ? "/s" : "");
        };
    }

    /**
     * How a figure is written.
     *
     * @param shift the powers of ten it is multiplied by
     * @param name what stands behind it
     */
    private record Unit(int shift, String name) {

        /** To one decimal (percent: two), or as many more as tell it from the limit. */
        String observed(double value, BigDecimal limit) {
            var exact = BigDecimal.valueOf(value).scaleByPowerOfTen(shift);
            var shiftedLimit = limit.scaleByPowerOfTen(shift);
            var rounded = exact;
            for (int decimals = shift == 2 ? 2 : 1; decimals <= 6; decimals++) {
                rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
                boolean misleads = rounded.compareTo(shiftedLimit) == 0 || rounded.signum() == 0;
                if (!misleads || exact.compareTo(rounded) == 0) {
                    break;
                }
            }
            return plain(rounded) + name;
        }

        String limit(BigDecimal limit) {
            return plain(limit.scaleByPowerOfTen(shift)) + name;
        }

        private static String plain(BigDecimal value) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }
}
