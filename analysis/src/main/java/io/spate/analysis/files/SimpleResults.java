package io.spate.analysis.files;

import io.spate.analysis.files.Figures.Endpoint;
import io.spate.analysis.files.Figures.Times;
import io.spate.analysis.files.source.JsonDocument;
import io.spate.analysis.files.source.ResultFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads what people write by hand and by script: an object with {@code success_rate} and {@code
 * p95_latency}, and the same for each API in objects within it.
 */
final class SimpleResults {
    private static final String RATE = "success_rate";
    private static final String P95 = "p95_latency";

    private SimpleResults() {}

    static boolean recognizes(JsonDocument document) {
        return tells(document) || !parts(document).isEmpty();
    }

    private static boolean tells(JsonDocument part) {
        return part.node().path(RATE).isNumber() || part.node().path(P95).isNumber();
    }

    /** The APIs, one or two levels down: {@code auth}, or {@code apis.auth}. */
    private static Map<String, JsonDocument> parts(JsonDocument document) {
        var parts = new LinkedHashMap<String, JsonDocument>();
        document.forEachObject(
                (name, part) -> {
                    if (tells(part)) {
                        parts.put(name, part);
                    } else {
                        part.forEachObject(
                                (inner, row) -> {
                                    if (tells(row)) {
                                        parts.put(inner, row);
                                    }
                                });
                    }
                });
        return parts;
    }

    static Figures read(JsonDocument document) throws ResultFileException {
        var told = new HashMap<String, Double>();
        tell(told, "", document);
        var endpoints = new ArrayList<Endpoint>();
        for (var part : parts(document).entrySet()) {
            tell(told, part.getKey() + ".", part.getValue());
            endpoints.add(endpoint(part.getKey(), part.getValue()));
        }
        return new Figures(
                new Origin(document.source().name(), FileFormat.SIMPLE_RESULTS, List.of()),
                Optional.empty(),
                Double.NaN,
                endpoint(Figures.AGGREGATED, document),
                endpoints,
                List.of(),
                List.of(),
                told);
    }

    private static void tell(Map<String, Double> told, String prefix, JsonDocument part) {
        part.fields()
                .forEach(
                        (name, value) -> {
                            if (value.isNumber()) {
                                told.put(prefix + name, value.doubleValue());
                            }
                        });
    }

    private static Endpoint endpoint(String name, JsonDocument part) throws ResultFileException {
        var percentiles = new TreeMap<Double, Double>();
        double p95 = part.number(P95);
        if (!Double.isNaN(p95)) {
            percentiles.put(95.0, p95);
        }
        double rate = part.number(RATE);
        // Some write shares and some percent; no share is above 1, and nobody keeps 1 %.
        double share = rate > 1 ? rate / 100 : rate;
        return new Endpoint(
                "",
                name,
                Figures.count(part.number("requests")),
                Figures.count(part.number("failures")),
                1 - share,
                Double.NaN,
                Double.NaN,
                new Times(Double.NaN, Double.NaN, Double.NaN, percentiles));
    }
}
