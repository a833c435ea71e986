package io.spate.output.csv;

import io.spate.metrics.Histogram;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Locust's tables, as text: a function of the statistics. */
final class LocustTables {
    private static final List<Double> PERCENTILES =
            List.of(50.0, 66.0, 75.0, 80.0, 90.0, 95.0, 98.0, 99.0, 99.9, 99.99, 100.0);
    private static final String PERCENTILE_HEADS =
            "50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%";
    private static final String STATS_HEADS =
            "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,"
                    + "Min Response Time,Max Response Time,Average Content Size,Requests/s,"
                    + "Failures/s,"
                    + PERCENTILE_HEADS;
    private static final String HISTORY_HEADS =
            "Timestamp,User Count,Type,Name,Requests/s,Failures/s,"
                    + PERCENTILE_HEADS
                    + ",Total Request Count,Total Failure Count,Total Median Response Time,"
                    + "Total Average Response Time,Total Min Response Time,"
                    + "Total Max Response Time,Total Average Content Size";
    private static final String FAILURES_HEADS =
            "Method,Name,Error,Occurrences,First Seen,Last Seen";
    private static final String EXCEPTIONS_HEADS = "Count,Message,Traceback,Nodes";
    private static final String NODE = "local";

    private final Instant startedAt;

    LocustTables(Instant startedAt) {
        this.startedAt = startedAt;
    }

    String stats(RunStats stats) {
        var text = headed(STATS_HEADS);
        stats.total().forEach((endpoint, it) -> text.row(statsRow(endpoint, it, stats.seconds())));
        text.row(statsRow(Endpoint.AGGREGATED, stats.aggregated(), stats.seconds()));
        return text.toString();
    }

    private static List<String> statsRow(Endpoint endpoint, Requests requests, double seconds) {
        var row = new ArrayList<>(List.of(endpoint.method(), endpoint.name()));
        row.addAll(counts(requests));
        row.add(PythonNumbers.repr(perSecond(requests.count(), seconds)));
        row.add(PythonNumbers.repr(perSecond(requests.failed(), seconds)));
        row.addAll(percentiles(requests.serviceTime()));
        return row;
    }

    static String historyHead() {
        return headed(HISTORY_HEADS).toString();
    }

    /** The rows of one second: of each endpoint where wanted, and of all together. */
    String history(RunStats stats, boolean full) {
        var text = new CsvText();
        if (full) {
            stats.total()
                    .forEach(
                            (endpoint, total) -> {
                                var current = stats.current(endpoint);
                                var times = current.serviceTime();
                                text.row(historyRow(stats, endpoint, current, times, total));
                            });
        }
        var current = stats.current();
        var all = stats.aggregated();
        var times = full ? current.serviceTime() : all.serviceTime();
        return text.row(historyRow(stats, Endpoint.AGGREGATED, current, times, all)).toString();
    }

    private List<String> historyRow(
            RunStats stats,
            Endpoint endpoint,
            Requests current,
            Histogram percentilesOf,
            Requests total) {
        double window = stats.windowSeconds();
        var row = new ArrayList<String>();
        row.add(String.valueOf(startedAt.plusNanos(stats.endNanos()).getEpochSecond()));
        row.add(String.valueOf(stats.users()));
        row.add(endpoint.method());
        row.add(endpoint.name());
        row.add(PythonNumbers.fixed(perSecond(current.count(), window)));
        row.add(PythonNumbers.fixed(perSecond(current.failed(), window)));
        row.addAll(percentiles(percentilesOf));
        row.addAll(counts(total));
        return row;
    }

    String failures(RunStats stats) {
        var text = headed(FAILURES_HEADS);
        stats.failures()
                .forEach(
                        (failure, it) ->
                                text.row(
                                        List.of(
                                                failure.endpoint().method(),
                                                failure.endpoint().name(),
                                                failure.error(),
                                                String.valueOf(it.count()),
                                                time(it.firstNanos()),
                                                time(it.lastNanos()))));
        return text.toString();
    }

    static String exceptions(RunStats stats) {
        var text = headed(EXCEPTIONS_HEADS);
        stats.errors()
                .forEach(
                        (error, count) ->
                                text.row(
                                        List.of(
                                                String.valueOf(count),
                                                error.message(),
                                                error.trace(),
                                                NODE)));
        return text.toString();
    }

    private static CsvText headed(String heads) {
        return new CsvText().row(List.of(heads.split(",")));
    }

    /** Request count, failure count, median, average, min, max, average content size. */
    private static List<String> counts(Requests requests) {
        var times = requests.serviceTime();
        boolean none = times.count() == 0;
        return List.of(
                String.valueOf(requests.count()),
                String.valueOf(requests.failed()),
                String.valueOf(millis(times.percentile(50))),
                none ? "0" : PythonNumbers.repr(times.mean() / 1e6),
                none ? "0" : PythonNumbers.repr(times.min() / 1e6),
                none ? "0" : PythonNumbers.repr(times.max() / 1e6),
                requests.count() == 0
                        ? "0"
                        : PythonNumbers.repr((double) requests.bytes() / requests.count()));
    }

    private static List<String> percentiles(Histogram times) {
        return PERCENTILES.stream()
                .map(
                        it ->
                                times.count() == 0
                                        ? "N/A"
                                        : String.valueOf(millis(times.percentile(it))))
                .toList();
    }

    private static long millis(long nanos) {
        return Math.round(nanos / 1e6);
    }

    private static double perSecond(long count, double seconds) {
        return seconds <= 0 ? 0 : count / seconds;
    }

    private String time(long nanos) {
        return DateTimeFormatter.ISO_INSTANT.format(
                startedAt.plusNanos(nanos).truncatedTo(ChronoUnit.SECONDS));
    }
}
