package io.spate.analysis.files;

import io.spate.analysis.files.Figures.Endpoint;
import io.spate.analysis.files.Figures.Failure;
import io.spate.analysis.files.Figures.Moment;
import io.spate.analysis.files.Figures.Times;
import io.spate.analysis.files.source.JsonDocument;
import io.spate.analysis.files.source.ResultFileException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the {@code results.json} of {@code spate run --json}. */
final class SpateResults {
    private static final int FORMAT = 1;

    private static final Map<String, Double> PERCENTILES =
            Map.of(
                    "med", 50.0,
                    "p75", 75.0,
                    "p90", 90.0,
                    "p95", 95.0,
                    "p99", 99.0,
                    "p99_9", 99.9);

    private SpateResults() {}

    static boolean recognizes(JsonDocument document) {
        return document.has("format") && document.has("totals");
    }

    static Figures read(JsonDocument document) throws ResultFileException {
        var source = document.source();
        double format = document.number("format");
        if (format != FORMAT) {
            throw source.wrong(
                    0,
                    "it has format %.0f, and this version of Spate reads format %d"
                            .formatted(format, FORMAT),
                    "Use the version of Spate that has written it, or a newer one.");
        }
        var endpoints = new ArrayList<Endpoint>();
        for (var row : document.at("endpoints").elements()) {
            endpoints.add(endpoint(row, row.text("method"), row.text("name")));
        }
        var failures = new ArrayList<Failure>();
        for (var row : document.at("errors").elements()) {
            failures.add(failure(row));
        }
        return new Figures(
                new Origin(source.name(), FileFormat.SPATE_RESULTS, List.of()),
                startedAt(document),
                document.number("measured_seconds"),
                endpoint(document.at("totals"), "", Figures.AGGREGATED),
                endpoints,
                failures,
                timeline(document.at("timeline")),
                asTold(document));
    }

    private static Optional<Instant> startedAt(JsonDocument document) throws ResultFileException {
        var text = document.text("started_at");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            throw document.source().corrupt(0, "started_at '%s' is no time".formatted(text));
        }
    }

    private static Endpoint endpoint(JsonDocument row, String method, String name)
            throws ResultFileException {
        double requests = row.number("requests");
        double failures = row.number("failures");
        var times = row.at("service_time_ms");
        var percentiles = new TreeMap<Double, Double>();
        for (var percentile : PERCENTILES.entrySet()) {
            double value = times.number(percentile.getKey());
            if (!Double.isNaN(value) && requests > 0) {
                percentiles.put(percentile.getValue(), value);
            }
        }
        return new Endpoint(
                method,
                name,
                Figures.count(requests),
                Figures.count(failures),
                requests > 0 ? failures / requests : Double.NaN,
                row.number("requests_per_second"),
                row.number("failures_per_second"),
                requests > 0
                        ? new Times(
                                times.number("min"),
                                times.number("avg"),
                                times.number("max"),
                                percentiles)
                        : Times.UNKNOWN);
    }

    private static Failure failure(JsonDocument row) throws ResultFileException {
        var status = row.text("status");
        var error = row.text("error");
        boolean answered = !status.isEmpty() && !status.equals("0");
        return new Failure(
                row.text("method"),
                row.text("name"),
                !error.isEmpty() ? error : answered ? "HTTP " + status : "failed",
                Figures.count(row.number("count")).orElse(0));
    }

    private static List<Moment> timeline(JsonDocument columns) throws ResultFileException {
        var seconds = column(columns, "seconds");
        var users = column(columns, "vus");
        var rates = column(columns, "requests_per_second");
        var failures = column(columns, "failures_per_second");
        var times = columns.at("service_time_ms");
        var p50 = column(times, "p50");
        var p95 = column(times, "p95");
        var p99 = column(times, "p99");
        var moments = new ArrayList<Moment>();
        for (int i = 0; i < seconds.size(); i++) {
            moments.add(
                    new Moment(
                            seconds.get(i),
                            cell(users, i),
                            cell(rates, i),
                            cell(failures, i),
                            cell(p50, i),
                            cell(p95, i),
                            cell(p99, i)));
        }
        return moments;
    }

    private static double cell(List<Double> column, int row) {
        return row < column.size() ? column.get(row) : Double.NaN;
    }

    private static List<Double> column(JsonDocument columns, String name)
            throws ResultFileException {
        var values = new ArrayList<Double>();
        for (var element : columns.at(name).elements()) {
            var value = element.node();
            if (!value.isNumber() && !value.isNull()) {
                throw element.isNot("a number");
            }
            values.add(value.isNull() ? Double.NaN : value.doubleValue());
        }
        return values;
    }

    private static Map<String, Double> asTold(JsonDocument document) throws ResultFileException {
        var told = new HashMap<String, Double>();
        put(told, "success_rate", document.number("success_rate"));
        put(told, "p95_latency", document.number("p95_latency"));
        for (var api : document.at("apis").elements()) {
            put(told, api.text("name") + ".success_rate", api.number("success_rate"));
            put(told, api.text("name") + ".p95_latency", api.number("p95_ms"));
        }
        return told;
    }

    private static void put(Map<String, Double> told, String name, double value) {
        if (!Double.isNaN(value)) {
            told.put(name, value);
        }
    }
}
