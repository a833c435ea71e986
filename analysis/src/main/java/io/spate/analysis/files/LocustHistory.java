package io.spate.analysis.files;

import io.spate.analysis.files.Figures.Endpoint;
import io.spate.analysis.files.Figures.Moment;
import io.spate.analysis.files.source.CsvRows;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Locust's {@code _stats_history.csv}. Its percentiles are those of the run so far where only
 * the total has a history, and those of the last seconds where each endpoint has one.
 */
final class LocustHistory {
    /** A moment is kept for each second up to a day. */
    private static final int MOMENTS_MAX = 86_400;

    private static final int ENDPOINTS_MAX = 20_000;

    private final Source source;
    private final CsvRows rows;
    private final LocustStats stats;
    private final int timestamp;
    private final int users;
    private final int name;
    private final int type;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<List<String>, Endpoint> recent = new LinkedHashMap<>();
    private final Map<List<String>, Endpoint> whole = new LinkedHashMap<>();

    private LocustHistory(Source source, CsvRows rows) {
        this.source = source;
        this.rows = rows;
        stats = new LocustStats(rows);
        timestamp = rows.column("Timestamp");
        users = rows.column("User Count", "User count");
        name = rows.column("Name");
        type = rows.column("Type", "Method");
    }

    static boolean recognizes(List<String> columns) {
        return columns.contains("Timestamp")
                && columns.contains("Name")
                && columns.contains("Total Request Count");
    }

    static ResultFile read(Source source, CsvRows rows) throws ResultFileException {
        return new LocustHistory(source, rows).read();
    }

    private ResultFile read() throws ResultFileException {
        rows.forEach(_ -> row());
        if (moments.isEmpty()) {
            throw source.wrong(
                    0,
                    "this is %s, without a single row of the total"
                            .formatted(FileFormat.LOCUST_HISTORY.words()),
                    "Look whether the run has made requests.");
        }
        var notices = new ArrayList<String>();
        rows.cutOff().ifPresent(it -> notices.add(Notices.cutOff(it)));
        boolean full = whole.size() > 1;
        var last = List.copyOf((full ? recent : whole).values());
        double start = moments.getFirst().seconds();
        return new Figures(
                new Origin(source.name(), FileFormat.LOCUST_HISTORY, notices),
                Optional.of(Instant.ofEpochMilli(Math.round(start * 1e3))),
                moments.getLast().seconds() - start,
                withRates(LocustStats.total(last), moments.getLast().seconds() - start),
                last.stream()
                        .filter(it -> !LocustStats.isTotal(it))
                        .map(it -> withRates(it, moments.getLast().seconds() - start))
                        .toList(),
                List.of(),
                moments.stream().map(it -> moment(it, start, full)).toList(),
                Map.of());
    }

    private void row() throws ResultFileException {
        double at = rows.required(timestamp);
        double count = rows.number(users);
        if (at < 0 || at > 1e11 || (!moments.isEmpty() && at < moments.getLast().seconds())) {
            throw rows.isNot(timestamp, "a time in seconds after the one before");
        }
        var cumulative = stats.endpoint(true);
        var key = List.of(rows.text(type), rows.text(name));
        if (whole.size() < ENDPOINTS_MAX || whole.containsKey(key)) {
            whole.put(key, cumulative);
            recent.put(key, stats.endpoint(false));
        }
        if (LocustStats.isTotal(cumulative) && moments.size() < MOMENTS_MAX) {
            var times = cumulative.timeMs();
            moments.add(
                    new Moment(
                            at,
                            count,
                            cumulative.requestsPerSecond(),
                            cumulative.failuresPerSecond(),
                            times.percentile(50),
                            times.percentile(95),
                            times.percentile(99)));
        }
    }

    /** The file's rates are those of the last seconds. */
    private static Endpoint withRates(Endpoint row, double seconds) {
        double requests = row.requests().isPresent() ? row.requests().getAsLong() : Double.NaN;
        double failures = row.failures().isPresent() ? row.failures().getAsLong() : Double.NaN;
        return new Endpoint(
                row.method(),
                row.name(),
                row.requests(),
                row.failures(),
                row.failureRate(),
                seconds > 0 ? requests / seconds : Double.NaN,
                seconds > 0 ? failures / seconds : Double.NaN,
                row.timeMs());
    }

    private static Moment moment(Moment at, double start, boolean full) {
        return new Moment(
                at.seconds() - start,
                at.users(),
                at.requestsPerSecond(),
                at.failuresPerSecond(),
                full ? at.p50Ms() : Double.NaN,
                full ? at.p95Ms() : Double.NaN,
                full ? at.p99Ms() : Double.NaN);
    }
}
