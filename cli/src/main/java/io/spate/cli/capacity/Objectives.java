package io.spate.cli.capacity;

import io.spate.cli.process.UsageException;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.ThresholdSyntaxException;
import io.spate.metrics.threshold.Condition.Comparison;
import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The texts of {@code --slo}, as thresholds. */
final class Objectives {
    /** {@code 250ms}, {@code 1.5s} or {@code 0.1%} at the end. */
    private static final Pattern UNIT = Pattern.compile("^(.*?)([0-9.]+)\\s*(ms|s|%)$");

    /** {@code p99} in place of {@code p(99)}. */
    private static final Pattern BARE_PERCENTILE = Pattern.compile("^p([0-9.]+)(?=\\s*[<>=!])");

    /** {@code http_req_waiting: p(95)<100}; a tag's value may hold colons. */
    private static final Pattern WITH_METRIC =
            Pattern.compile("^\\s*([a-z_][a-zA-Z0-9_]*(?:\\{.*\\})?)\\s*[:=]\\s*(?=[a-z])(.*)$");

    private Objectives() {}

    /**
     * Reads them.
     *
     * @param open whether the load is a rate: then latency counts from when a request was due
     */
    static List<Threshold> parse(List<String> texts, boolean open, List<Metric> metrics) {
        var objectives = new ArrayList<Threshold>();
        var problems = new ArrayList<String>();
        for (var text : texts) {
            try {
                var objective = parse(text, open);
                objective
                        .problem(metrics)
                        .ifPresent(it -> problems.add("--slo '%s': %s".formatted(text, it)));
                objectives.add(objective);
            } catch (ThresholdSyntaxException e) {
                problems.add("--slo '%s': %s".formatted(text, e.getMessage()));
            }
        }
        objectives.stream()
                .filter(it -> !it.scope().equals(Scope.RUN))
                .forEach(
                        it ->
                                problems.add(
                                        "--slo '%s': an objective is about each step as a whole"
                                                .formatted(it.expression())));
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
        return objectives;
    }

    /**
     * Those of a test, as far as they are objectives of a step: of what is searched for there is
     * none, nor of a level of load that no step is.
     *
     * @param told why one is left out
     */
    static List<Threshold> ofTest(List<Threshold> thresholds, Consumer<String> told) {
        var objectives = new ArrayList<Threshold>();
        for (var threshold : thresholds) {
            var reason = notOfAStep(threshold);
            if (reason.isEmpty()) {
                objectives.add(threshold.in(Scope.RUN));
            } else {
                told.accept(
                        "spate: '%s: %s' is no objective of a search and left out: %s"
                                .formatted(
                                        threshold.selector().text(),
                                        threshold.expression(),
                                        reason));
            }
        }
        return objectives;
    }

    private static String notOfAStep(Threshold threshold) {
        var condition = threshold.condition();
        boolean least =
                condition.comparison() == Comparison.GREATER
                        || condition.comparison() == Comparison.AT_LEAST;
        boolean counter =
                BuiltinMetrics.find(threshold.selector().metric())
                        .filter(it -> it.type() == Metric.Type.COUNTER)
                        .isPresent();
        if (least && counter) {
            return "how much the target can do is what is searched for";
        }
        return threshold.scope() instanceof Scope.Level ? "it is about a level of its own" : "";
    }

    private static Threshold parse(String text, boolean open) {
        var named = WITH_METRIC.matcher(text);
        var plain = plain(named.matches() ? named.group(2) : text);
        return named.matches()
                ? Threshold.parse(named.group(1), plain)
                : Threshold.parse(metric(plain, open), plain);
    }

    /** A share is that of failed requests; anything else is about the time of requests. */
    private static String metric(String condition, boolean open) {
        if (condition.startsWith("rate")) {
            return "http_req_failed";
        }
        return open ? "http_req_response_time" : "http_req_duration";
    }

    /** As thresholds write it: milliseconds and shares without a unit. */
    private static String plain(String condition) {
        var stripped = BARE_PERCENTILE.matcher(condition.strip()).replaceFirst("p($1)");
        var unit = UNIT.matcher(stripped);
        if (!unit.matches()) {
            return stripped;
        }
        double number = Double.parseDouble(unit.group(2));
        double value =
                switch (unit.group(3)) {
                    case "s" -> number * 1000;
                    case "%" -> number / 100;
                    default -> number;
                };
        var text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return unit.group(1) + text;
    }
}
