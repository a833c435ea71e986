package io.spate.cli.compare;

import io.spate.analysis.files.Figures;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A figure beside its baseline, without a verdict.
 *
 * @param metric such as {@code p95_latency}
 * @param a the baseline
 * @param b the current one
 * @param change {@code b / a - 1}; empty where {@code a} is 0
 * @param near whether the change is below the least that counts
 */
record Mark(String metric, double a, double b, OptionalDouble change, boolean near) {
    private static final List<Double> PERCENTILES = List.of(50.0, 99.0);

    static List<Mark> of(Operand a, Operand b, double least) {
        var before = figures(a);
        var after = figures(b);
        List<Mark> marks = new ArrayList<>();
        before.forEach(
                (metric, value) -> {
                    Double current = after.get(metric);
                    if (current != null && !current.isNaN() && !value.isNaN()) {
                        marks.add(of(metric, value, current, least));
                    }
                });
        return marks;
    }

    private static Mark of(String metric, double a, double b, double least) {
        var change = a == 0 ? OptionalDouble.empty() : OptionalDouble.of((b - a) / a);
        boolean near = a == b || (change.isPresent() && Math.abs(change.getAsDouble()) < least);
        return new Mark(metric, a, b, change, near);
    }

    /** {@code ✓ p95_latency: 212 (baseline: 210, +1.0%)}. */
    String line() {
        return "%s %s: %s (baseline: %s, %s)"
                .formatted(
                        near ? "✓" : "⚠️",
                        metric,
                        number(b),
                        number(a),
                        change.isPresent()
                                ? String.format(Locale.ROOT, "%+.1f%%", change.getAsDouble() * 100)
                                : "n/a");
    }

    private static String number(double value) {
        var short_ = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return short_.signum() == 0 ? "0" : short_.toPlainString();
    }

    private static Map<String, Double> figures(Operand operand) {
        return switch (operand) {
            case Operand.Measured(_, var run, _) -> measured(run.total());
            case Operand.Told(_, var figures) -> told(figures);
        };
    }

    private static Map<String, Double> told(Figures figures) {
        var all = new LinkedHashMap<String, Double>();
        for (String first : List.of("success_rate", "p95_latency")) {
            Double value = figures.asTold().get(first);
            if (value != null) {
                all.put(first, value);
            }
        }
        var total = figures.total();
        all.putIfAbsent("success_rate", 1 - total.failureRate());
        all.putIfAbsent("p95_latency", total.timeMs().percentile(95));
        all.put("requests_per_second", total.requestsPerSecond());
        all.put("mean", total.timeMs().mean());
        for (double percentile : PERCENTILES) {
            all.put("p%.0f".formatted(percentile), total.timeMs().percentile(percentile));
        }
        for (var endpoint : figures.endpoints()) {
            all.put(
                    "p95 of " + (endpoint.method() + " " + endpoint.name()).strip(),
                    endpoint.timeMs().percentile(95));
        }
        return all;
    }

    private static Map<String, Double> measured(Snapshot total) {
        var all = new LinkedHashMap<String, Double>();
        total.find(BuiltinMetrics.HTTP_REQ_FAILED)
                .ifPresent(
                        it -> {
                            if (it instanceof Aggregate.Ratio ratio) {
                                all.put("success_rate", 1 - ratio.rate());
                            }
                        });
        total.find(BuiltinMetrics.HTTP_REQ_DURATION)
                .ifPresent(
                        it -> {
                            if (it instanceof Aggregate.Distribution(var times)) {
                                all.put("p95_latency", times.percentile(95) / 1e6);
                                all.put("mean", times.mean() / 1e6);
                                for (double percentile : PERCENTILES) {
                                    all.put(
                                            "p%.0f".formatted(percentile),
                                            times.percentile(percentile) / 1e6);
                                }
                            }
                        });
        total.find(BuiltinMetrics.HTTP_REQS)
                .ifPresent(
                        it -> {
                            if (it instanceof Aggregate.Count(var count)) {
                                all.put("requests_per_second", count / total.seconds());
                            }
                        });
        return all;
    }
}
