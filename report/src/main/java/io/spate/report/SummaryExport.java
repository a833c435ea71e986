package io.spate.report;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.result.RunResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    private SummaryExport() {}

    /** The JSON text of a run, indented by four spaces, with a line end. */
    public static String json(RunResult result) {
        var root = JsonNodeFactory.instance.objectNode();
        root.set("root_group", rootGroup(result));
        root.set("metrics", metrics(result));
        var indenter = new DefaultIndenter("    ", "\n");
        var separators =
                Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator("");
        var printer =
                new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter);
        return JSON.writer().with(printer).writeValueAsString(root) + "\n";
    }

    private static ObjectNode rootGroup(RunResult result) {
        var group = identified("", "");
        group.putObject("groups");
        var checks = group.putObject("checks");
        for (var check : Check.of(result.total())) {
            checks.set(
                    check.name(),
                    identified(check.name(), "::" + check.name())
                            .put("passes", check.passes())
                            .put("fails", check.fails()));
        }
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

    private static ObjectNode metrics(RunResult result) {
        var metrics = JsonNodeFactory.instance.objectNode();
        double seconds = result.elapsed().toNanos() / 1e9;
        for (var view : MetricView.of(result.total(), result.verdict())) {
            metrics.set(view.key(), values(view.metric(), view.value(), seconds));
        }
        SummaryThresholds.byKey(result.verdict())
                .forEach(
                        (key, judgements) -> {
                            var thresholds =
                                    metrics.withObjectProperty(key).putObject("thresholds");
                            for (var judgement : judgements) {
                                thresholds.put(
                                        judgement.threshold().expression(), !judgement.passed());
                            }
                        });
        return metrics;
    }

    private static ObjectNode values(Metric metric, Aggregate value, double seconds) {
        var node = JsonNodeFactory.instance.objectNode();
        switch (value) {
            case Aggregate.Count(var total) ->
                    node.put("count", total).put("rate", seconds <= 0 ? 0 : total / seconds);
            case Aggregate.Level(var last, _, var min, var max) ->
                    node.put("value", last).put("min", min).put("max", max);
            case Aggregate.Ratio ratio ->
                    node.put("value", ratio.rate())
                            .put("passes", ratio.hits())
                            .put("fails", ratio.total() - ratio.hits());
            case Aggregate.Distribution(var histogram) -> {
                double divisor = metric.unit();
                TrendColumns.of(histogram).forEach((name, it) -> node.put(name, it / divisor));
            }
        }
        return node;
    }
}
