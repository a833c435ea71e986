package io.spate.k6.summary;

import io.spate.k6.options.K6Options;
import io.spate.metrics.Metric;
import io.spate.metrics.Metric.Contains;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.SummaryExport;
import io.spate.report.json.Results;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code --summary-export} writes, in k6's old form and in its new one. */
public final class SummaryFiles {
    private static final String VERSION = "1.0.0";

    private SummaryFiles() {}

    /**
     * The old form, in which {@code true} at a threshold means that it was crossed.
     *
     * @param setupData what setup has returned, as JSON
     */
    public static String old(
            TestPlan plan,
            RunResult result,
            Results results,
            K6Options.Summary options,
            Optional<String> setupData) {
        var root = JsonNodeFactory.instance.objectNode();
        root.set("root_group", SummaryExport.rootGroup(results));
        var metrics = root.putObject("metrics");
        for (var line : lines(plan, result)) {
            var node = metrics.putObject(line.selector().text());
            statistics(line, options)
                    .forEach(it -> put(node, oldName(line, it), line.statistic(it)));
            var about =
                    results.verdict().thresholds().stream()
                            .filter(it -> it.selector().equals(line.selector().text()))
                            .toList();
            if (!about.isEmpty()) {
                var thresholds = node.putObject("thresholds");
                about.forEach(it -> thresholds.put(it.expression(), !it.passed()));
            }
        }
        setupData.ifPresent(it -> root.set("setup_data", JsonMapper.shared().readTree(it)));
        return SummaryExport.indented(root);
    }

    /** Of the metrics that k6 has too, and those of the script. */
    static List<MetricLine> lines(TestPlan plan, RunResult result) {
        return MetricLine.of(plan, result.total()).stream().filter(MetricLine::isOfK6).toList();
    }

    private static String oldName(MetricLine line, String statistic) {
        return line.metric().type() == Metric.Type.RATE && statistic.equals("rate")
                ? "value"
                : statistic;
    }

    /** Those of a trend by name. */
    private static List<String> statistics(MetricLine line, K6Options.Summary options) {
        return line.isTrend()
                ? List.copyOf(new TreeSet<>(options.trendStats()))
                : line.statistics(options.trendStats());
    }

    private static void put(ObjectNode node, String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            node.put(name, (long) value);
        } else {
            node.put(name, value);
        }
    }

    /**
     * The form for machines.
     *
     * @param script as the user named it
     * @param version what wrote it
     */
    public static String machine(
            TestPlan plan,
            RunResult result,
            Results results,
            K6Options.Summary options,
            String script,
            String version) {
        var root = JsonNodeFactory.instance.objectNode();
        root.putObject("config")
                .put("duration", result.elapsed().toNanos() / 1e9)
                .put("execution", "local")
                .put("script", script);
        root.putObject("metadata")
                .put("generatedAt", result.startedAt().plus(result.elapsed()).toString())
                .put("k6Version", version);
        var part = root.putObject("results");
        checks(part.putObject("checks"), CheckLine.of(results));
        var metrics = part.putArray("metrics");
        for (var line : lines(plan, result)) {
            if (line.metric().name().equals("checks")) {
                continue;
            }
            var values =
                    metric(
                            metrics,
                            line.selector().text(),
                            line.metric().type(),
                            line.metric().contains());
            values(line, options, values);
        }
        root.put("version", VERSION);
        return SummaryExport.indented(root);
    }

    private static void checks(ObjectNode into, List<CheckLine> checks) {
        long passes = checks.stream().mapToLong(CheckLine::passes).sum();
        long total = passes + checks.stream().mapToLong(CheckLine::fails).sum();
        var metrics = into.putArray("metrics");
        metric(metrics, "checks_total", Metric.Type.COUNTER, Contains.DEFAULT).put("count", total);
        share(
                metric(metrics, "checks_succeeded", Metric.Type.RATE, Contains.DEFAULT),
                passes,
                total);
        share(
                metric(metrics, "checks_failed", Metric.Type.RATE, Contains.DEFAULT),
                total - passes,
                total);
        var rows = into.putArray("results");
        for (var check : checks) {
            rows.addObject()
                    .put("name", check.name())
                    .put("passes", check.passes())
                    .put("fails", check.fails());
        }
    }

    private static ObjectNode metric(
            ArrayNode into, String name, Metric.Type type, Contains contains) {
        return into.addObject()
                .put("name", name)
                .put("type", type.name().toLowerCase(Locale.ROOT))
                .put(
                        "contains",
                        contains == Contains.DECIMAL
                                ? "default"
                                : contains.name().toLowerCase(Locale.ROOT))
                .putObject("values");
    }

    private static void share(ObjectNode values, long matches, long total) {
        values.put("matches", matches);
        put(values, "rate", total == 0 ? 0 : (double) matches / total);
        values.put("total", total);
    }

    private static void values(MetricLine line, K6Options.Summary options, ObjectNode values) {
        switch (line.metric().type()) {
            case COUNTER -> put(values, "count", line.statistic("count"));
            case RATE -> {
                long matches = (long) line.statistic("passes");
                share(values, matches, matches + (long) line.statistic("fails"));
            }
            case GAUGE, TREND ->
                    statistics(line, options).forEach(it -> put(values, it, line.statistic(it)));
        }
    }
}
