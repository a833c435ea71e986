package io.spate.locust.text;

import io.spate.locust.stats.FailureEntry;
import io.spate.locust.stats.StatsBook;
import io.spate.locust.stats.StatsEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contents of Locust's CSV files; lines end with CR LF. */
public final class CsvFiles {
    private static final String COLUMNS =
            "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,"
                    + "Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s";

    private CsvFiles() {}

    /** {@code _stats.csv}: requests by name. */
    public static String stats(StatsBook book) {
        var text = new StringBuilder(COLUMNS);
        Percentiles.NAMES.forEach(it -> text.append(',').append(it));
        text.append("\r\n");
        withTotal(book).forEach(it -> text.append(line(stats(it))));
        return text.toString();
    }

    private static Stream<StatsEntry> withTotal(StatsBook book) {
        return Stream.concat(book.entries().stream(), Stream.of(book.total()));
    }

    private static List<String> stats(StatsEntry entry) {
        var cells =
                cells(
                        entry.method(),
                        entry.name(),
                        entry.requests(),
                        entry.failures(),
                        times(entry),
                        bytes(entry),
                        PythonText.repr(entry.totalRate()),
                        PythonText.repr(entry.totalFailRate()));
        percentiles(entry, false).forEach(cells::add);
        return cells;
    }

    private static List<String> cells(Object... values) {
        return Arrays.stream(values)
                .flatMap(it -> it instanceof List<?> list ? list.stream() : Stream.of(it))
                .map(String::valueOf)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Median, average, minimum and maximum. */
    private static List<String> times(StatsEntry entry) {
        boolean none = entry.requests() == entry.untimed();
        return List.of(
                none ? "0" : median(entry),
                PythonText.repr(entry.averageMillis()),
                none ? "0" : PythonText.repr(entry.minMillis()),
                none ? "0" : PythonText.repr(entry.maxMillis()));
    }

    /** A step is a whole number; what was measured is a float. */
    private static String median(StatsEntry entry) {
        double value = entry.medianMillis();
        return value == Math.rint(value) ? String.valueOf((long) value) : PythonText.repr(value);
    }

    private static String bytes(StatsEntry entry) {
        return entry.requests() == 0 ? "0" : PythonText.repr(entry.averageBytes());
    }

    private static Stream<String> percentiles(StatsEntry entry, boolean current) {
        return Percentiles.SHARES.stream()
                .map(
                        it ->
                                entry.requests() == 0
                                        ? "N/A"
                                        : String.valueOf(
                                                current
                                                        ? entry.currentPercentileMillis(it)
                                                        : entry.percentileMillis(it)));
    }

    /** The first line of {@code _stats_history.csv}. */
    public static String historyHeader() {
        return "Timestamp,User Count,Type,Name,Requests/s,Failures/s,"
                + String.join(",", Percentiles.NAMES)
                + ",Total Request Count,Total Failure Count,Total Median Response Time,"
                + "Total Average Response Time,Total Min Response Time,Total Max Response Time,"
                + "Total Average Content Size\r\n";
    }

    /**
     * What a second adds to {@code _stats_history.csv}.
     *
     * @param full whether each name has a line of its own, and percentiles are current
     */
    public static String history(StatsBook book, long second, int users, boolean full) {
        return (full ? withTotal(book) : Stream.of(book.total()))
                .map(it -> line(history(it, second, users, full)))
                .collect(Collectors.joining());
    }

    private static List<String> history(StatsEntry entry, long second, int users, boolean full) {
        return cells(
                second,
                users,
                entry.method(),
                entry.name(),
                String.format(Locale.ROOT, "%2f", entry.currentRate()),
                String.format(Locale.ROOT, "%2f", entry.currentFailRate()),
                percentiles(entry, full).toList(),
                entry.requests(),
                entry.failures(),
                times(entry),
                bytes(entry));
    }

    /** {@code _failures.csv}. */
    public static String failures(StatsBook book) {
        var text = new StringBuilder("Method,Name,Error,Occurrences,First Seen,Last Seen\r\n");
        book.errors().stream()
                .sorted(Comparator.comparing(FailureEntry::key))
                .forEach(
                        it ->
                                text.append(
                                        line(
                                                cells(
                                                        it.method(),
                                                        it.name(),
                                                        it.text(),
                                                        it.occurrences(),
                                                        seconds(it.firstSeen()),
                                                        seconds(it.lastSeen())))));
        return text.toString();
    }

    private static String seconds(java.time.Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    /** {@code _exceptions.csv}. */
    public static String exceptions(StatsBook book) {
        var text = new StringBuilder("Count,Message,Traceback,Nodes\r\n");
        book.exceptions()
                .forEach(
                        it ->
                                text.append(
                                        line(
                                                cells(
                                                        it.count(),
                                                        it.message(),
                                                        it.trace(),
                                                        "local"))));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(PythonText::cell).collect(Collectors.joining(",")) + "\r\n";
    }
}
