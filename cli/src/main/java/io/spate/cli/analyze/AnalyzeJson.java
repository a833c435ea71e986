package io.spate.cli.analyze;

import io.spate.analysis.files.Figures;
import io.spate.analysis.files.Figures.Endpoint;
import io.spate.analysis.files.Figures.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures as JSON: an object for a file, a list for several. What a file does not tell is left out.
 */
final class AnalyzeJson {
    private AnalyzeJson() {}

    static String of(List<Figures> all) {
        var mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Object document = all.size() == 1 ? file(all.getFirst()) : files(all);
        return mapper.writeValueAsString(document) + "\n";
    }

    /** All of them in a list, as the report's page takes them. */
    static String forPage(List<Figures> all) {
        return JsonMapper.shared().writeValueAsString(Map.of("files", files(all)));
    }

    private static List<Map<String, Object>> files(List<Figures> all) {
        return all.stream().map(AnalyzeJson::file).toList();
    }

    private static Map<String, Object> file(Figures figures) {
        var file = new LinkedHashMap<String, Object>();
        file.put("file", figures.origin().file());
        file.put("format", figures.origin().format().name().toLowerCase(Locale.ROOT));
        file.put("notices", figures.origin().notices());
        figures.startedAt().ifPresent(it -> file.put("started_at", it.toString()));
        put(file, "seconds", figures.seconds());
        put(file, "success_rate", 1 - figures.total().failureRate());
        put(file, "p95_latency", figures.total().timeMs().percentile(95));
        file.put("total", endpoint(figures.total()));
        file.put("endpoints", figures.endpoints().stream().map(AnalyzeJson::endpoint).toList());
        file.put(
                "failures",
                figures.failures().stream()
                        .map(
                                it -> {
                                    var row = new LinkedHashMap<String, Object>();
                                    row.put("method", it.method());
                                    row.put("name", it.name());
                                    row.put("error", it.error());
                                    row.put("count", it.count());
                                    return row;
                                })
                        .toList());
        file.put("timeline", figures.timeline().stream().map(AnalyzeJson::moment).toList());
        return file;
    }

    private static Map<String, Object> endpoint(Endpoint endpoint) {
        var row = new LinkedHashMap<String, Object>();
        row.put("method", endpoint.method());
        row.put("name", endpoint.name());
        put(row, "requests", endpoint.requests());
        put(row, "failures", endpoint.failures());
        put(row, "success_rate", 1 - endpoint.failureRate());
        put(row, "requests_per_second", endpoint.requestsPerSecond());
        put(row, "failures_per_second", endpoint.failuresPerSecond());
        var times = new LinkedHashMap<String, Object>();
        put(times, "min", endpoint.timeMs().min());
        put(times, "avg", endpoint.timeMs().mean());
        put(times, "max", endpoint.timeMs().max());
        var percentiles = new LinkedHashMap<String, Object>();
        endpoint.timeMs().percentiles().forEach((at, it) -> put(percentiles, name(at), it));
        times.put("percentiles", percentiles);
        row.put("time_ms", times);
        return row;
    }

    private static String name(double percentile) {
        return percentile == Math.rint(percentile)
                ? String.valueOf((long) percentile)
                : String.valueOf(percentile);
    }

    private static Map<String, Object> moment(Moment moment) {
        var row = new LinkedHashMap<String, Object>();
        put(row, "seconds", moment.seconds());
        put(row, "users", moment.users());
        put(row, "requests_per_second", moment.requestsPerSecond());
        put(row, "failures_per_second", moment.failuresPerSecond());
        put(row, "p50_ms", moment.p50Ms());
        put(row, "p95_ms", moment.p95Ms());
        put(row, "p99_ms", moment.p99Ms());
        return row;
    }

    private static void put(Map<String, Object> row, String name, double value) {
        if (Double.isFinite(value)) {
            row.put(name, Math.round(value * 1e6) / 1e6);
        }
    }

    private static void put(Map<String, Object> row, String name, OptionalLong value) {
        value.ifPresent(it -> row.put(name, it));
    }
}
