package io.spate.analysis.files;

import io.spate.analysis.files.Figures.Endpoint;
import io.spate.analysis.files.Figures.Times;
import io.spate.analysis.files.source.CsvRows;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads Locust's {@code _stats.csv}, as any version and those who write about it name columns. */
final class LocustStats {
    private static final Set<String> TOTALS = Set.of("Aggregated", "Total");

    private final CsvRows rows;
    private final int type;
    private final int name;
    private final int requests;
    private final int failures;
    private final int median;
    private final int mean;
    private final int min;
    private final int max;
    private final int rate;
    private final int failureRate;
    private final Map<Integer, Double> percentiles;

    LocustStats(CsvRows rows) {
        this.rows = rows;
        type = rows.column("Type", "Method");
        name = rows.column("Name");
        requests = rows.column("Total Request Count", "Request Count", "# requests", "Requests");
        failures = rows.column("Total Failure Count", "Failure Count", "# failures", "Failures");
        median = column("Median");
        mean = column("Average");
        min = column("Min");
        max = column("Max");
        rate = rows.column("Requests/s");
        failureRate = rows.column("Failures/s");
        percentiles = new TreeMap<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            var title = rows.columns().get(i);
            if (title.matches("\\d{1,3}(\\.\\d+)?%")) {
                percentiles.put(i, Double.parseDouble(title.substring(0, title.length() - 1)));
            }
        }
    }

    private int column(String statistic) {
        return rows.column(
                "Total " + statistic + " Response Time",
                statistic + " Response Time",
                statistic + " response time",
                statistic);
    }

    static boolean recognizes(List<String> columns) {
        return columns.contains("Name")
                && (columns.contains("Request Count")
                        || columns.contains("# requests")
                        || columns.contains("Requests"));
    }

    static ResultFile read(Source source, CsvRows rows) throws ResultFileException {
        var stats = new LocustStats(rows);
        var endpoints = new ArrayList<Endpoint>();
        rows.forEach(_ -> endpoints.add(stats.endpoint(true)));
        var notices = new ArrayList<String>();
        rows.cutOff().ifPresent(it -> notices.add(Notices.cutOff(it)));
        if (endpoints.isEmpty()) {
            throw source.wrong(
                    0,
                    "this is %s, without a single row".formatted(FileFormat.LOCUST_STATS.words()),
                    "Look whether the run has made requests.");
        }
        var total = total(endpoints);
        endpoints.removeIf(LocustStats::isTotal);
        return new Figures(
                new Origin(source.name(), FileFormat.LOCUST_STATS, notices),
                Optional.empty(),
                seconds(total),
                total,
                endpoints,
                List.of(),
                List.of(),
                Map.of());
    }

    /** Rates are counts over the time. */
    private static double seconds(Endpoint total) {
        return total.requestsPerSecond() > 0 && total.requests().isPresent()
                ? total.requests().getAsLong() / total.requestsPerSecond()
                : Double.NaN;
    }

    static boolean isTotal(Endpoint row) {
        return TOTALS.contains(row.name());
    }

    /** The file's own total; else what can be added up. */
    static Endpoint total(List<Endpoint> rows) {
        var told = rows.stream().filter(LocustStats::isTotal).findFirst();
        return told.map(
                        it ->
                                new Endpoint(
                                        "",
                                        Figures.AGGREGATED,
                                        it.requests(),
                                        it.failures(),
                                        it.failureRate(),
                                        it.requestsPerSecond(),
                                        it.failuresPerSecond(),
                                        it.timeMs()))
                .orElseGet(() -> Sums.of(rows));
    }

    /** The row at hand; without its percentiles where they are not the whole run's. */
    Endpoint endpoint(boolean withPercentiles) throws ResultFileException {
        double count = rows.required(requests);
        double failed = failures < 0 ? Double.NaN : rows.required(failures);
        if (count < 0 || failed < 0) {
            throw rows.isNot(count < 0 ? requests : failures, "a count");
        }
        var times = new TreeMap<Double, Double>();
        put(times, 50, rows.number(median));
        if (withPercentiles) {
            for (var percentile : percentiles.entrySet()) {
                put(times, percentile.getValue(), rows.number(percentile.getKey()));
            }
        }
        boolean any = count > 0;
        return new Endpoint(
                rows.text(type),
                rows.text(name),
                Figures.count(count),
                Figures.count(failed),
                any ? failed / count : Double.NaN,
                rows.number(rate),
                rows.number(failureRate),
                any
                        ? new Times(rows.number(min), rows.number(mean), rows.number(max), times)
                        : Times.UNKNOWN);
    }

    private static void put(Map<Double, Double> times, double percentile, double value) {
        if (!Double.isNaN(value)) {
            times.put(percentile, value);
        }
    }
}
