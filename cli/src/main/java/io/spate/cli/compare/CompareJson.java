package io.spate.cli.compare;

import io.spate.analysis.compare.Comparison;
import io.spate.analysis.compare.EndpointComparison;
import io.spate.analysis.compare.FigureComparison;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Comparisons as JSON, as docs/statistics.md describes it. */
public final class CompareJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final MathContext DIGITS = new MathContext(6);

    private CompareJson() {}

    /** One document; several comparisons stand in a list. */
    static String text(List<Compared> all) {
        return text(all.size() == 1 ? of(all.getFirst()) : list(all));
    }

    /** All of them in a list, as the report's page takes them. */
    static String forPage(List<Compared> all) {
        return text(list(all));
    }

    private static ObjectNode list(List<Compared> all) {
        var root = NODES.objectNode();
        var list = root.putArray("comparisons");
        all.forEach(it -> list.add(of(it)));
        return root;
    }

    private static String text(ObjectNode root) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** The document of a comparison. */
    public static ObjectNode of(Comparison comparison) {
        return of(Compared.of(comparison));
    }

    static ObjectNode of(Compared compared) {
        if (compared.judged().isPresent()) {
            return of(compared.judged().get(), compared.notes());
        }
        var root = NODES.objectNode();
        root.putNull("verdict").put("words", "figures beside each other, without a verdict");
        names(root, "a", compared.a());
        names(root, "b", compared.b());
        names(root, "notes", compared.notes());
        var marks = root.putArray("marks");
        for (Mark mark : compared.marks()) {
            var node = marks.addObject().put("metric", mark.metric());
            node.put("a", rounded(mark.a())).put("b", rounded(mark.b()));
            put(node, "change", mark.change());
            node.put("near", mark.near()).put("words", mark.line());
        }
        return root;
    }

    /** The document of a comparison, with what there is to note of it. */
    private static ObjectNode of(Comparison comparison, List<String> notes) {
        var root = NODES.objectNode();
        root.put("verdict", comparison.verdict().name()).put("words", comparison.words());
        names(root, "a", comparison.a());
        names(root, "b", comparison.b());
        if (comparison.moreRuns().isPresent()) {
            root.put("more_runs", comparison.moreRuns().getAsInt());
        } else {
            root.putNull("more_runs");
        }
        names(root, "notes", notes);
        root.set("overall", endpoint(comparison.overall()));
        var endpoints = root.putArray("endpoints");
        comparison.endpoints().forEach(it -> endpoints.add(endpoint(it)));
        return root;
    }

    private static ObjectNode endpoint(EndpointComparison endpoint) {
        var node = NODES.objectNode();
        node.put("method", endpoint.method()).put("name", endpoint.name());
        node.put("verdict", endpoint.verdict().name());
        node.put("requests_a", endpoint.requestsA()).put("requests_b", endpoint.requestsB());
        var figures = node.putObject("figures");
        endpoint.figures().forEach(it -> figures.set(it.figure().key(), figure(it)));
        return node;
    }

    private static ObjectNode figure(FigureComparison figure) {
        var node = NODES.objectNode();
        node.put("a", rounded(figure.a())).put("b", rounded(figure.b()));
        put(node, "change", figure.change());
        var interval = figure.interval();
        put(node, "low", interval.map(it -> OptionalDouble.of(it.low())).orElse(empty()));
        put(node, "high", interval.map(it -> OptionalDouble.of(it.high())).orElse(empty()));
        put(node, "p", figure.p());
        put(node, "q", figure.q());
        node.put("relative", figure.figure().relative());
        node.put("verdict", figure.verdict().name()).put("words", figure.words());
        if (figure.moreRuns().isPresent()) {
            node.put("more_runs", figure.moreRuns().getAsInt());
        } else {
            node.putNull("more_runs");
        }
        return node;
    }

    private static OptionalDouble empty() {
        return OptionalDouble.empty();
    }

    private static void names(ObjectNode node, String key, List<String> names) {
        var list = node.putArray(key);
        names.forEach(list::add);
    }

    private static void put(ObjectNode node, String key, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            node.put(key, rounded(value.getAsDouble()));
        } else {
            node.putNull(key);
        }
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : 0;
    }
}
