package io.spate.k6.summary;

import io.spate.k6.options.K6Options;
import io.spate.metrics.Metric.Contains;
import io.spate.metrics.Snapshot;
import io.spate.plan.TestPlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Metrics and groups of a run as k6's REST API gives them. */
public final class LiveMetrics {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SEPARATOR = "::";

    private LiveMetrics() {}

    /** All metrics so far. */
    public static ArrayNode all(TestPlan plan, Snapshot total, K6Options.Summary options) {
        var all = NODES.arrayNode();
        lines(plan, total).forEach(it -> all.add(metric(it, options)));
        return all;
    }

    /** One metric so far; empty where there is none. */
    public static Optional<ObjectNode> one(
            TestPlan plan, Snapshot total, K6Options.Summary options, String name) {
        return lines(plan, total)
                .filter(it -> it.selector().text().equals(name))
                .findFirst()
                .map(it -> metric(it, options));
    }

    private static Stream<MetricLine> lines(TestPlan plan, Snapshot total) {
        return MetricLine.of(plan, total).stream().filter(MetricLine::isOfK6);
    }

    private static ObjectNode metric(MetricLine line, K6Options.Summary options) {
        var contains = line.metric().contains();
        var node = NODES.objectNode().put("type", "metrics").put("id", line.selector().text());
        var attributes =
                node.putObject("attributes")
                        .put("type", line.metric().type().name().toLowerCase(Locale.ROOT))
                        .put(
                                "contains",
                                contains == Contains.DECIMAL
                                        ? "default"
                                        : contains.name().toLowerCase(Locale.ROOT))
                        .putNull("tainted");
        var sample = attributes.putObject("sample");
        statistics(line, options).forEach(it -> sample.put(it, line.statistic(it)));
        return node;
    }

    private static List<String> statistics(MetricLine line, K6Options.Summary options) {
        return switch (line.metric().type()) {
            case GAUGE -> List.of("value");
            case RATE -> List.of("rate");
            case COUNTER, TREND ->
                    List.copyOf(new TreeSet<>(line.statistics(options.trendStats())));
        };
    }

    /** All groups so far, that of the whole script first. */
    public static ArrayNode groups(Snapshot total) {
        var paths = paths(total);
        var all = NODES.arrayNode();
        paths.forEach(it -> all.add(group(paths, it, total)));
        return all;
    }

    /** A group by its id; empty where there is none. */
    public static Optional<ObjectNode> group(Snapshot total, String id) {
        var paths = paths(total);
        return paths.stream()
                .filter(it -> SummaryData.id(it).equals(id))
                .findFirst()
                .map(it -> group(paths, it, total));
    }

    private static Set<String> paths(Snapshot total) {
        var paths = new TreeSet<String>();
        paths.add("");
        for (var series : total.aggregates().keySet()) {
            var path = series.tags().get("group");
            while (!path.isEmpty() && paths.add(path)) {
                path = parent(path);
            }
        }
        return paths;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf(SEPARATOR)));
    }

    private static ObjectNode group(Set<String> paths, String path, Snapshot total) {
        var node = reference(path);
        var name = path.substring(path.isEmpty() ? 0 : parent(path).length() + SEPARATOR.length());
        var attributes = node.putObject("attributes").put("path", path).put("name", name);
        var checks = CheckLine.inGroup(total, path);
        if (checks.isEmpty()) {
            attributes.putNull("checks");
        } else {
            var list = attributes.putArray("checks");
            for (var check : checks) {
                var checkPath = path + SEPARATOR + check.name();
                list.addObject()
                        .put("id", SummaryData.id(checkPath))
                        .put("name", check.name())
                        .put("path", checkPath)
                        .put("passes", check.passes())
                        .put("fails", check.fails());
            }
        }
        var relationships = node.putObject("relationships");
        var children = relationships.putObject("groups").putArray("data");
        paths.stream()
                .filter(it -> !it.isEmpty() && parent(it).equals(path))
                .forEach(it -> children.add(reference(it)));
        var around = relationships.putObject("parent");
        if (path.isEmpty()) {
            around.putNull("data");
        } else {
            around.set("data", reference(parent(path)));
        }
        return node;
    }

    private static ObjectNode reference(String path) {
        return NODES.objectNode().put("type", "groups").put("id", SummaryData.id(path));
    }
}
