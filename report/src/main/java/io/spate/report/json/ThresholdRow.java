package io.spate.report.json;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what a threshold came to: {@code P95 latency 350.2ms exceeds threshold 250ms}. */
final class ThresholdRow {
    private static final Pattern CONDITION =
            Pattern.compile(
                    "\\s*([a-z]+)(?:\\(([0-9.]+)\\))?\\s*(<=|>=|===?|!=|<|>)\\s*([-+.0-9eE]+)\\s*");

    private ThresholdRow() {}

    static Results.Threshold of(Threshold.Judgement judgement, Snapshot total) {
        var selector = judgement.threshold().selector();
        var expression = judgement.threshold().expression();
        var metric = metric(selector.metric(), total);
        return new Results.Threshold(
                written(selector),
                expression,
                Numbers.rounded(judgement.value()),
                metric.map(it -> it.contains().name().toLowerCase(Locale.ROOT)).orElse("default"),
                judgement.passed(),
                message(judgement, metric));
    }

    private static Optional<Metric> metric(String name, Snapshot total) {
        return total.aggregates().keySet().stream()
                .map(series -> series.metric())
                .filter(metric -> metric.name().equals(name))
                .findAny();
    }

    private static String written(Selector selector) {
        return selector.tags().values().isEmpty()
                ? selector.metric()
                : selector.metric() + "{" + tags(selector) + "}";
    }

    private static String tags(Selector selector) {
        return selector.tags().values().entrySet().stream()
                .map(tag -> tag.getKey() + ":" + tag.getValue())
                .collect(Collectors.joining(","));
    }

    private static String message(Threshold.Judgement judgement, Optional<Metric> metric) {
        var threshold = judgement.threshold();
        Matcher condition = CONDITION.matcher(threshold.expression());
        if (Double.isNaN(judgement.value()) || !condition.matches() || metric.isEmpty()) {
            return written(threshold.selector()) + " had no values";
        }
        var unit = unit(metric.get(), condition.group(1));
        var limit = new BigDecimal(condition.group(4));
        return "%s %s %s threshold %s"
                .formatted(
                        subject(threshold.selector(), condition),
                        unit.observed(judgement.value(), limit),
                        judgement.passed() ? "meets" : relation(condition.group(3)),
                        unit.limit(limit));
    }

    private static String relation(String operator) {
        return switch (operator) {
            case "<", "<=" -> "exceeds";
            case ">", ">=" -> "below";
            case "!=" -> "equals";
            default -> "differs from";
        };
    }

    private static String subject(Selector selector, Matcher condition) {
        var metric = selector.metric();
        var statistic = statistic(condition);
        String subject;
        if (metric.equals(BuiltinMetrics.HTTP_REQ_DURATION.name())) {
            subject = statistic + " latency";
        } else if (metric.equals(BuiltinMetrics.HTTP_REQ_FAILED.name())) {
            subject = "Error rate";
        } else if (metric.equals(BuiltinMetrics.HTTP_REQS.name())
                && condition.group(1).equals("rate")) {
            subject = "Throughput";
        } else {
            subject = statistic + " of " + metric;
        }
        return selector.tags().values().isEmpty() ? subject : subject + " of " + tags(selector);
    }

    private static String statistic(Matcher condition) {
        return switch (condition.group(1)) {
            case "p" -> "P" + condition.group(2);
            case "avg" -> "Average";
            case "med" -> "Median";
            case "min" -> "Minimum";
            case "max" -> "Maximum";
            default ->
                    condition.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                            + condition.group(1).substring(1);
        };
    }

    private static Unit unit(Metric metric, String statistic) {
        if (metric.type() == Metric.Type.RATE) {
            return new Unit(2, "%");
        }
        if (metric.name().equals(BuiltinMetrics.HTTP_REQS.name()) && statistic.equals("rate")) {
            return new Unit(0, " req/sec");
        }
        return switch (metric.contains()) {
            case TIME -> new Unit(0, "ms");
            case DATA -> new Unit(0, statistic.equals("rate") ? " bytes/s" : " bytes");
            case DEFAULT -> new Unit(0, statistic.equals("rate") ? "/s" : "");
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
