package io.spate.report;

import io.spate.report.json.MetricRow;
import io.spate.report.json.Results;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The summary as {@code k6 run --summary-export} writes it, for tools that read it: times in
 * milliseconds, and {@code true} at a threshold means that it was <em>crossed</em>.
 */
public final class SummaryExport {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SEPARATOR = "::";

    private SummaryExport() {}

    /** The JSON text of a run, indented by four spaces, with a line end. */
    public static String json(Results results) {
        var root = JsonNodeFactory.instance.objectNode();
        root.set("root_group", rootGroup(results));
        root.set("metrics", metrics(results));
        return indented(root);
    }

    /** A text of JSON as k6 lays it out: indented by four spaces, with a line end. */
    public static String indented(ObjectNode root) {
        return indented(root, "    ") + "\n";
    }

    /** A text of JSON as k6 lays it out, with an indent of one's own and without a line end. */
    public static String indented(ObjectNode root, String indent) {
        var indenter = new DefaultIndenter(indent, "\n");
        var separators =
                Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator("");
        var printer =
                new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter);
        return JSON.writer().with(printer).writeValueAsString(root);
    }

    /** The tree of groups with their checks, by name. */
    public static ObjectNode rootGroup(Results results) {
        var root = group("", "");
        results.groups().forEach(it -> groupAt(root, it.path()));
        for (var check : results.checks()) {
            groupAt(root, check.group())
                    .withObjectProperty("checks")
                    .set(
                            check.name(),
                            identified(check.name(), check.group() + SEPARATOR + check.name())
                                    .put("passes", check.passes())
                                    .put("fails", check.fails()));
        }
        return root;
    }

    /** The node of a group, which is made where it is not there, as are those around it. */
    private static ObjectNode groupAt(ObjectNode root, String path) {
        var node = root;
        var walked = "";
        for (var name : List.of(path.split(SEPARATOR, -1))) {
            if (name.isEmpty()) {
                continue;
            }
            walked += SEPARATOR + name;
            var groups = node.withObjectProperty("groups");
            if (!groups.has(name)) {
                groups.set(name, group(name, walked));
            }
            node = groups.withObjectProperty(name);
        }
        return node;
    }

    private static ObjectNode group(String name, String path) {
        var group = identified(name, path);
        group.putObject("groups");
        group.putObject("checks");
        return group;
    }

    private static ObjectNode identified(String name, String path) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("path", path)
                .put("id", md5(path));
    }

    private static String md5(String path) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(path.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    private static ObjectNode metrics(Results results) {
        var metrics = JsonNodeFactory.instance.objectNode();
        for (var metric : results.metrics()) {
            metrics.set(metric.selector(), values(metric));
        }
        SummaryThresholds.bySelector(results.verdict().thresholds())
                .forEach(
                        (selector, of) -> {
                            var thresholds =
                                    metrics.withObjectProperty(selector).putObject("thresholds");
                            of.forEach(it -> thresholds.put(it.expression(), !it.passed()));
                        });
        return metrics;
    }

    private static ObjectNode values(MetricRow metric) {
        var node = JsonNodeFactory.instance.objectNode();
        boolean trend = metric.type().equals("trend");
        boolean rate = metric.type().equals("rate");
        metric.values()
                .forEach(
                        (name, value) -> {
                            // What k6 does not have of a trend, and calls otherwise of a rate.
                            if (!trend || !name.equals("count")) {
                                put(node, rate && name.equals("rate") ? "value" : name, value);
                            }
                        });
        return node;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            node.put(name, (long) value);
        } else {
            node.put(name, value);
        }
    }
}
