package io.spate.report.csv;

import io.spate.report.json.Results;
import io.spate.report.json.Results.Endpoint;
import io.spate.report.json.Results.Times;
import io.spate.report.json.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Locust's four tables, as far as a result document holds what is in them: what it does not is
 * {@code N/A}. Those of a run that goes on ({@code --csv}) have the same columns.
 *
 * <p>Times are milliseconds; percentiles of the history are those of each interval.
 */
public final class StatsCsv {
    private static final String NONE = "N/A";
    private static final String PERCENTILES = "50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%";
    private static final String STATS =
            "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,"
                    + "Min Response Time,Max Response Time,Average Content Size,Requests/s,"
                    + "Failures/s,"
                    + PERCENTILES;
    private static final String HISTORY =
            "Timestamp,User Count,Type,Name,Requests/s,Failures/s,"
                    + PERCENTILES
                    + ",Total Request Count,Total Failure Count,Total Median Response Time,"
                    + "Total Average Response Time,Total Min Response Time,"
                    + "Total Max Response Time,Total Average Content Size";
    private static final String FAILURES = "Method,Name,Error,Occurrences,First Seen,Last Seen";
    private static final String EXCEPTIONS = "Count,Message,Traceback,Nodes";

    private StatsCsv() {}

    /**
     * Writes {@code PREFIX_stats.csv}, {@code _stats_history.csv}, {@code _failures.csv} and {@code
     * _exceptions.csv}.
     *
     * @throws IOException whose message names the file
     */
    public static void write(Results results, Path prefix) throws IOException {
        write(prefix, "_stats.csv", stats(results));
        write(prefix, "_stats_history.csv", history(results));
        write(prefix, "_failures.csv", failures(results));
        write(prefix, "_exceptions.csv", exceptions(results));
    }

    private static void write(Path prefix, String suffix, String text) throws IOException {
        WholeFile.write(
                prefix.resolveSibling(prefix.getFileName() + suffix), out -> out.write(text));
    }

    /** A line for each endpoint, and one for all: {@code PREFIX_stats.csv}. */
    public static String stats(Results results) {
        var totals = results.totals();
        double failuresPerSecond =
                results.measuredSeconds() > 0 ? totals.failures() / results.measuredSeconds() : 0;
        var rows = results.endpoints().stream().map(StatsCsv::row);
        var all =
                row(
                        "",
                        "Aggregated",
                        totals.requests(),
                        totals.failures(),
                        totals.serviceTimeMs(),
                        totals.requests() == 0
                                ? "0"
                                : number((double) totals.bytesReceived() / totals.requests()),
                        totals.requestsPerSecond(),
                        failuresPerSecond);
        return table(STATS, Stream.concat(rows, Stream.of(all)));
    }

    private static List<String> row(Endpoint endpoint) {
        return row(
                endpoint.method(),
                endpoint.name(),
                endpoint.requests(),
                endpoint.failures(),
                endpoint.serviceTimeMs(),
                NONE,
                endpoint.requestsPerSecond(),
                endpoint.failuresPerSecond());
    }

    private static List<String> row(
            String method,
            String name,
            long requests,
            long failures,
            Times times,
            String size,
            double perSecond,
            double failuresPerSecond) {
        var row = new ArrayList<>(List.of(method, name, "" + requests, "" + failures));
        row.addAll(List.of(whole(times.med()), number(times.avg())));
        row.addAll(List.of(number(times.min()), number(times.max()), size));
        row.addAll(List.of(number(perSecond), number(failuresPerSecond)));
        row.addAll(
                List.of(
                        whole(times.med()),
                        NONE,
                        whole(times.p75()),
                        NONE,
                        whole(times.p90()),
                        whole(times.p95()),
                        NONE,
                        whole(times.p99()),
                        whole(times.p999()),
                        NONE,
                        whole(times.max())));
        return row;
    }

    /** A line for each interval: {@code PREFIX_stats_history.csv}. */
    public static String history(Results results) {
        var timeline = results.timeline();
        var times = timeline.serviceTimeMs();
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < timeline.seconds().size(); i++) {
            var row = new ArrayList<String>();
            row.add(epochSecond(results.startedAt(), timeline.seconds().get(i)));
            row.add(whole(timeline.vus().get(i)));
            row.addAll(List.of("", "Aggregated"));
            row.add(sixDecimals(timeline.requestsPerSecond().get(i)));
            row.add(sixDecimals(timeline.failuresPerSecond().get(i)));
            row.add(whole(times.p50().get(i)));
            row.addAll(List.of(NONE, NONE, NONE, NONE));
            row.add(whole(times.p95().get(i)));
            row.add(NONE);
            row.add(whole(times.p99().get(i)));
            row.addAll(List.of(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE));
            rows.add(row);
        }
        return table(HISTORY, rows.stream());
    }

    /** A line for each kind of failure: {@code PREFIX_failures.csv}. */
    public static String failures(Results results) {
        return table(
                FAILURES,
                results.errors().stream()
                        .map(
                                it ->
                                        List.of(
                                                it.method(),
                                                it.name(),
                                                it.text(),
                                                "" + it.count(),
                                                time(results.startedAt(), it.firstSeconds()),
                                                time(results.startedAt(), it.lastSeconds()))));
    }

    /** A line for each error of the script: {@code PREFIX_exceptions.csv}. */
    public static String exceptions(Results results) {
        return table(
                EXCEPTIONS,
                results.scriptErrors().stream()
                        .map(it -> List.of("" + it.count(), it.message(), it.trace(), "local")));
    }

    private static String table(String heads, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(List.of(heads.split(",", -1))), rows)
                .map(
                        row ->
                                row.stream()
                                        .map(StatsCsv::cell)
                                        .collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    /** In quotes where it must be (RFC 4180). */
    private static String cell(String text) {
        boolean plain =
                text.chars().noneMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? NONE : String.valueOf(Math.round(value));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? NONE : String.valueOf(value);
    }

    private static String sixDecimals(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String epochSecond(String startedAt, double seconds) {
        var time = instant(startedAt, seconds);
        return time.equals(Instant.EPOCH) ? NONE : String.valueOf(time.getEpochSecond());
    }

    private static String time(String startedAt, double seconds) {
        if (Double.isNaN(seconds)) {
            return NONE;
        }
        var time = instant(startedAt, seconds);
        return time.equals(Instant.EPOCH) ? NONE : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** 1970 where a document's start cannot be read. */
    private static Instant instant(String startedAt, double seconds) {
        try {
            var start = OffsetDateTime.parse(startedAt).toInstant();
            return start.plusMillis(Math.round(seconds * 1_000));
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }
}
