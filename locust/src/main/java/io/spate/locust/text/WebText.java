package io.spate.locust.text;

import io.spate.locust.stats.FailureEntry;
import io.spate.locust.stats.StatsBook;
import io.spate.locust.stats.StatsEntry;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the routes of Locust's page answer, as JSON. Belongs to the run's loop. */
public final class WebText {
    /** As many entries as Locust gives, and the total after them. */
    private static final int ENTRIES_MAX = 500;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WebText() {}

    /**
     * {@code /stats/requests}.
     *
     * @param state in Locust's words
     * @param users that there are now
     */
    public static String stats(StatsBook book, String state, int users) {
        var all = NODES.objectNode();
        var stats = all.putArray("stats");
        book.entries().stream().limit(ENTRIES_MAX).forEach(it -> stats.add(entry(it)));
        var total = book.total();
        stats.add(entry(total));
        var errors = all.putArray("errors");
        book.errors().stream()
                .sorted(Comparator.comparing(FailureEntry::key))
                .limit(ENTRIES_MAX)
                .forEach(it -> errors.add(error(it)));
        all.put("current_rps", total.currentRate());
        all.put("current_fail_per_sec", total.currentFailRate());
        all.put("total_rps", total.totalRate());
        all.put("total_fail_per_sec", total.totalFailRate());
        all.put("total_avg_response_time", total.averageMillis());
        all.put("fail_ratio", total.failRatio());
        all.putObject("current_response_time_percentiles")
                .put("response_time_percentile_0.5", total.currentPercentileMillis(0.5))
                .put("response_time_percentile_0.95", total.currentPercentileMillis(0.95));
        all.putArray("workers");
        all.put("state", state).put("user_count", users);
        return all.toString();
    }

    private static ObjectNode entry(StatsEntry entry) {
        return NODES.objectNode()
                .put("method", entry.method())
                .put("name", entry.name())
                .put("num_requests", entry.requests())
                .put("num_failures", entry.failures())
                .put("min_response_time", Math.round(entry.minMillis()))
                .put("max_response_time", Math.round(entry.maxMillis()))
                .put("current_rps", entry.currentRate())
                .put("current_fail_per_sec", entry.currentFailRate())
                .put("avg_response_time", entry.averageMillis())
                .put("median_response_time", entry.medianMillis())
                .put("total_rps", entry.totalRate())
                .put("total_fail_per_sec", entry.totalFailRate())
                .put("response_time_percentile_0.95", entry.percentileMillis(0.95))
                .put("response_time_percentile_0.99", entry.percentileMillis(0.99))
                .put("avg_content_length", entry.averageBytes());
    }

    private static ObjectNode error(FailureEntry error) {
        return NODES.objectNode()
                .put("name", error.name())
                .put("method", error.method())
                .put("error", error.text())
                .put("occurrences", error.occurrences())
                .put("first_seen", error.firstSeen().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("last_seen", error.lastSeen().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** {@code /exceptions}. */
    public static String exceptions(StatsBook book) {
        var all = NODES.objectNode();
        var rows = all.putArray("exceptions");
        book.exceptions()
                .forEach(
                        it ->
                                rows.addObject()
                                        .put("count", it.count())
                                        .put("msg", it.message())
                                        .put("traceback", it.trace())
                                        .put("nodes", "local"));
        return all.toString();
    }
}
