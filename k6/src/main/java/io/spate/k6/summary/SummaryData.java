package io.spate.k6.summary;

import io.spate.k6.options.K6Options;
import io.spate.metrics.Metric.Contains;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What k6 hands to {@code handleSummary}. */
public final class SummaryData {
    private static final String SEPARATOR = "::";

    private SummaryData() {}

    /**
     * The data as JSON.
     *
     * @param setupData what setup has returned, as JSON
     * @param interactive whether people look at a terminal
     */
    public static String json(
            TestPlan plan,
            RunResult result,
            Results results,
            K6Options.Summary options,
            Optional<String> setupData,
            boolean interactive) {
        var root = JsonNodeFactory.instance.objectNode();
        root.set("root_group", groups(results));
        var shown = root.putObject("options");
        options.trendStats().forEach(shown.putArray("summaryTrendStats")::add);
        shown.put("summaryTimeUnit", options.timeUnit()).put("noColor", !interactive);
        root.putObject("state")
                .put("isStdOutTTY", interactive)
                .put("isStdErrTTY", interactive)
                .put("testRunDurationMs", result.elapsed().toNanos() / 1e6);
        setupData.ifPresent(it -> root.set("setup_data", JsonMapper.shared().readTree(it)));
        var metrics = root.putObject("metrics");
        for (var line : SummaryFiles.lines(plan, result)) {
            metrics.set(line.selector().text(), metric(line, results, options));
        }
        return root.toString();
    }

    private static ObjectNode metric(MetricLine line, Results results, K6Options.Summary options) {
        var node = JsonNodeFactory.instance.objectNode();
        var contains = line.metric().contains();
        node.put("type", line.metric().type().name().toLowerCase(Locale.ROOT));
        node.put(
                "contains",
                contains == Contains.DECIMAL
                        ? "default"
                        : contains.name().toLowerCase(Locale.ROOT));
        var values = node.putObject("values");
        line.statistics(options.trendStats()).forEach(it -> values.put(it, line.statistic(it)));
        var about =
                results.verdict().thresholds().stream()
                        .filter(it -> it.selector().equals(line.selector().text()))
                        .toList();
        if (!about.isEmpty()) {
            var thresholds = node.putObject("thresholds");
            about.forEach(it -> thresholds.putObject(it.expression()).put("ok", it.passed()));
        }
        return node;
    }

    private static ObjectNode groups(Results results) {
        var root = group("", "");
        results.groups().forEach(it -> groupAt(root, it.path()));
        for (var check : results.checks()) {
            groupAt(root, check.group())
                    .withArrayProperty("checks")
                    .addObject()
                    .put("name", check.name())
                    .put("path", check.group() + SEPARATOR + check.name())
                    .put("id", id(check.group() + SEPARATOR + check.name()))
                    .put("passes", check.passes())
                    .put("fails", check.fails());
        }
        return root;
    }

    private static ObjectNode group(String name, String path) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("name", name).put("path", path).put("id", id(path));
        node.putArray("groups");
        node.putArray("checks");
        return node;
    }

    /** The node of a group, made where it is not there, as are those around it. */
    private static ObjectNode groupAt(ObjectNode root, String path) {
        var node = root;
        var walked = "";
        for (var name : path.split(SEPARATOR, -1)) {
            if (!name.isEmpty()) {
                walked += SEPARATOR + name;
                node = child(node, name, walked);
            }
        }
        return node;
    }

    private static ObjectNode child(ObjectNode parent, String name, String path) {
        var groups = parent.withArrayProperty("groups");
        for (var each : groups) {
            if (each instanceof ObjectNode known && known.get("name").asString().equals(name)) {
                return known;
            }
        }
        var made = group(name, path);
        groups.add(made);
        return made;
    }

    /** What k6 calls a group or a check: the MD5 of its path. */
    static String id(String path) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(path.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
