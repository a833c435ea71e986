package io.spate.analysis.files;

import io.spate.analysis.files.Figures.Endpoint;
import io.spate.analysis.files.Figures.Times;
import io.spate.analysis.files.source.JsonDocument;
import io.spate.analysis.files.source.ResultFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads k6's summary: the one of {@code --summary-export}, old and new, and what scripts write of
 * what {@code handleSummary} is given.
 */
final class K6Summary {
    private static final String DURATION = "http_req_duration";

    private final JsonDocument document;
    private final Map<String, JsonDocument> metrics;

    private K6Summary(JsonDocument document) throws ResultFileException {
        this.document = document;
        this.metrics = metrics(document);
    }

    static boolean recognizes(JsonDocument document) {
        return document.node().path("metrics").isObject()
                || document.node().path("results").path("metrics").isArray();
    }

    static ResultFile read(JsonDocument document) throws ResultFileException {
        return new K6Summary(document).read();
    }

    /** The values of each metric by its name, however deep they lie. */
    private static Map<String, JsonDocument> metrics(JsonDocument document)
            throws ResultFileException {
        var metrics = new LinkedHashMap<String, JsonDocument>();
        if (document.has("metrics")) {
            var all = document.at("metrics");
            for (var name : all.fields().keySet()) {
                var metric = all.at(name);
                metrics.put(name, metric.has("values") ? metric.at("values") : metric);
            }
        } else {
            for (var metric : document.at("results").at("metrics").elements()) {
                metrics.put(metric.text("name"), metric.at("values"));
            }
        }
        return metrics;
    }

    private ResultFile read() throws ResultFileException {
        if (!metrics.containsKey("http_reqs") && !metrics.containsKey(DURATION)) {
            throw document.source()
                    .wrong(
                            0,
                            "this is a summary of k6 without requests of HTTP",
                            "Look whether the run has made requests.");
        }
        double millis = document.at("state").number("testRunDurationMs");
        double duration = document.at("config").number("duration");
        double seconds = Double.isNaN(millis) ? duration : millis / 1e3;
        var total = endpoint("", Figures.AGGREGATED, "", seconds);
        var endpoints = new ArrayList<Endpoint>();
        for (var part : parts()) {
            endpoints.add(endpoint("", part.substring(1, part.length() - 1), part, seconds));
        }
        return new Figures(
                new Origin(document.source().name(), FileFormat.K6_SUMMARY, List.of()),
                Optional.empty(),
                Double.isNaN(seconds) && total.requests().isPresent()
                        ? total.requests().getAsLong() / total.requestsPerSecond()
                        : seconds,
                total,
                endpoints,
                List.of(),
                List.of(),
                told());
    }

    /** The tags of parts that thresholds are about, in braces. */
    private Set<String> parts() {
        var parts = new LinkedHashSet<String>();
        for (var name : metrics.keySet()) {
            int brace = name.indexOf('{');
            if (brace > 0
                    && name.endsWith("}")
                    && name.startsWith("http_req")
                    && !name.endsWith("{expected_response:true}")) {
                parts.add(name.substring(brace));
            }
        }
        return parts;
    }

    private Endpoint endpoint(String method, String name, String tags, double seconds)
            throws ResultFileException {
        double requests = value("http_reqs" + tags, "count");
        double rate = value("http_reqs" + tags, "rate");
        var failed = "http_req_failed" + tags;
        double share = value(failed, "rate", "value");
        double failures = value(failed, "matches", "passes");
        double perSecond = Double.isNaN(rate) ? requests / seconds : rate;
        return new Endpoint(
                method,
                name,
                Figures.count(requests),
                Figures.count(failures),
                share,
                perSecond,
                share * perSecond,
                times(DURATION + tags));
    }

    private double value(String metric, String... names) throws ResultFileException {
        var values = metrics.get(metric);
        double value = Double.NaN;
        for (int i = 0; values != null && i < names.length && Double.isNaN(value); i++) {
            value = values.number(names[i]);
        }
        return value;
    }

    private Times times(String metric) throws ResultFileException {
        var values = metrics.get(metric);
        if (values == null) {
            return Times.UNKNOWN;
        }
        var percentiles = new TreeMap<Double, Double>();
        double median = values.number("med");
        if (!Double.isNaN(median)) {
            percentiles.put(50.0, median);
        }
        for (var name : values.fields().keySet()) {
            if (name.matches("p\\(\\d{1,3}(\\.\\d+)?\\)")) {
                double percentile = Double.parseDouble(name.substring(2, name.length() - 1));
                double value = values.number(name);
                if (!Double.isNaN(value)) {
                    percentiles.put(percentile, value);
                }
            }
        }
        return new Times(
                values.number("min"), values.number("avg"), values.number("max"), percentiles);
    }

    /** All numbers, as {@code http_req_duration.p(95)}. */
    private Map<String, Double> told() {
        var told = new HashMap<String, Double>();
        metrics.forEach(
                (name, values) ->
                        values.fields()
                                .forEach(
                                        (key, value) -> {
                                            if (value.isNumber()) {
                                                told.put(name + "." + key, value.doubleValue());
                                            }
                                        }));
        return told;
    }
}
