package io.spate.web.api;

import io.spate.web.live.EndpointRow;
import io.spate.web.live.EndpointTable;
import io.spate.web.live.EndpointTable.Group;
import io.spate.web.live.EndpointTable.Query;
import io.spate.web.live.LiveRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code /stats/requests} and {@code /tasks} of Locust answer. */
final class LocustStats {
    /** As many entries as Locust gives, and the total after them. */
    private static final int ENTRIES = 500;

    private static final Pattern SPAN =
            Pattern.compile("(?=.)(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s?)?");

    private LocustStats() {}

    static Map<String, Object> of(Optional<LiveRun> run) {
        var table =
                run.map(it -> it.endpoints(new Query("name", false, "", Group.NONE, 0, ENTRIES)));
        var stats = new ArrayList<Map<String, Object>>();
        table.ifPresent(
                it -> {
                    it.rows().forEach(row -> stats.add(entry(row)));
                    stats.add(entry(it.all()));
                });
        var all = new LinkedHashMap<String, Object>();
        all.put("stats", stats);
        all.put("errors", run.map(LocustStats::errors).orElse(List.of()));
        var total = table.map(EndpointTable::all);
        all.put("current_rps", total.map(it -> recent(it.trend())).orElse(0.0));
        all.put("current_fail_per_sec", total.map(it -> recent(it.failureTrend())).orElse(0.0));
        all.put("total_rps", total.map(EndpointRow::requestsPerSecond).orElse(0.0));
        all.put("total_fail_per_sec", total.map(EndpointRow::failuresPerSecond).orElse(0.0));
        all.put("fail_ratio", total.map(EndpointRow::failureRate).orElse(0.0));
        var view = run.map(LiveRun::view);
        var percentiles = new LinkedHashMap<String, Object>();
        percentiles.put(
                "response_time_percentile_0.5",
                view.map(it -> it.totals().current().p50()).orElse(0.0));
        percentiles.put(
                "response_time_percentile_0.95",
                view.map(it -> it.totals().current().p95()).orElse(0.0));
        all.put("current_response_time_percentiles", percentiles);
        all.put("workers", List.of());
        all.put("state", view.map(it -> state(it.state())).orElse("ready"));
        all.put("user_count", view.map(it -> it.users()).orElse(0L));
        return all;
    }

    private static String state(String state) {
        return switch (state) {
            case "starting" -> "spawning";
            case "ended" -> "stopped";
            case "stopping" -> "stopping";
            default -> "running";
        };
    }

    private static Map<String, Object> entry(EndpointRow row) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("method", row.method());
        entry.put("name", row.name());
        entry.put("num_requests", row.requests());
        entry.put("num_failures", row.failures());
        entry.put("min_response_time", row.min());
        entry.put("max_response_time", row.max());
        entry.put("current_rps", recent(row.trend()));
        entry.put("current_fail_per_sec", recent(row.failureTrend()));
        entry.put("avg_response_time", row.mean());
        entry.put("median_response_time", row.p50());
        entry.put("total_rps", row.requestsPerSecond());
        entry.put("total_fail_per_sec", row.failuresPerSecond());
        entry.put("response_time_percentile_0.95", row.p95());
        entry.put("response_time_percentile_0.99", row.p99());
        entry.put("avg_content_length", 0);
        return entry;
    }

    /** The mean of the ten seconds before the last two, as Locust takes it. */
    private static double recent(List<Double> trend) {
        int end = Math.max(Math.min(1, trend.size()), trend.size() - 2);
        return trend.subList(Math.max(0, end - 10), end).stream()
                .mapToDouble(it -> it)
                .average()
                .orElse(0);
    }

    private static List<Map<String, Object>> errors(LiveRun run) {
        var errors = new ArrayList<Map<String, Object>>();
        for (var row : run.failures()) {
            var error = new LinkedHashMap<String, Object>();
            error.put("name", row.name());
            error.put("method", row.method());
            error.put("error", row.kind());
            error.put("occurrences", row.count());
            error.put("first_seen", row.firstAt());
            error.put("last_seen", row.lastAt());
            errors.add(error);
        }
        return errors;
    }

    /** The scenarios in the place of Locust's user classes. */
    static Map<String, Object> tasks(Optional<LiveRun> run) {
        var classes = new LinkedHashMap<String, Object>();
        run.ifPresent(
                it -> {
                    var scenarios = it.facts().plan().scenarios();
                    for (var scenario : scenarios) {
                        classes.put(
                                scenario.name(),
                                Map.of("ratio", 1.0 / scenarios.size(), "tasks", Map.of()));
                    }
                });
        var all = new LinkedHashMap<String, Object>();
        all.put("per_class", classes);
        all.put("total", classes);
        return all;
    }

    /** Locust's spans: {@code 20}, {@code 3m}, {@code 1h20m}; null for none. */
    static @Nullable Long seconds(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var span = SPAN.matcher(text.strip());
        if (!span.matches()) {
            throw new NumberFormatException(text);
        }
        return 3600 * part(span.group(1)) + 60 * part(span.group(2)) + part(span.group(3));
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
