package io.spate.store.encoding;

import io.spate.metrics.Metric;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Series;
import io.spate.metrics.Tags;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the seconds of a run name over and over, and therefore by a number: series and errors. Kept
 * once for a run, as JSON in ASCII, which every database keeps as it is: {@code
 * {"metric":"http_reqs","type":"COUNTER","contains":"DEFAULT","tags":["name","/a"]}}.
 */
public sealed interface Name {
    /** Escapes all that is not ASCII: databases differ in what text they take. */
    JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** A series. */
    record OfSeries(Series series) implements Name {}

    /** An error of the script. */
    record OfError(ScriptError error) implements Name {}

    /** The same as a text. */
    default String text() {
        var node = JSON.createObjectNode();
        switch (this) {
            case OfSeries(var series) -> {
                node.put("metric", series.metric().name());
                node.put("type", series.metric().type().name());
                node.put("contains", series.metric().contains().name());
                var tags = node.putArray("tags");
                series.tags().values().forEach((name, value) -> tags.add(name).add(value));
            }
            case OfError(var error) -> {
                node.put("scenario", error.scenario());
                node.put("message", error.message());
                node.put("trace", error.trace());
            }
        }
        return JSON.writeValueAsString(node);
    }

    /** The name of which a text was made. */
    static Name parse(String text) throws DamagedException {
        try {
            var node = JSON.readTree(text);
            if (!node.has("metric")) {
                return new OfError(
                        new ScriptError(
                                string(node, "scenario"),
                                string(node, "message"),
                                string(node, "trace")));
            }
            var tags = new TreeMap<String, String>();
            var pairs = node.path("tags");
            for (int i = 0; i + 1 < pairs.size(); i += 2) {
                tags.put(pairs.path(i).asString(""), pairs.path(i + 1).asString(""));
            }
            return new OfSeries(
                    new Series(
                            new Metric(
                                    string(node, "metric"),
                                    Metric.Type.valueOf(string(node, "type")),
                                    Metric.Contains.valueOf(string(node, "contains"))),
                            new Tags(tags)));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new DamagedException("it names no series: " + text, e);
        }
    }

    private static String string(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
