package io.spate.analysis.files;

import io.spate.analysis.files.Figures.Endpoint;
import io.spate.analysis.files.Figures.Failure;
import io.spate.analysis.files.Figures.Times;
import io.spate.analysis.files.source.CsvRows;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads Locust's {@code _failures.csv}, which tells of nothing but failures. */
final class LocustFailures {
    private LocustFailures() {}

    static boolean recognizes(List<String> columns) {
        return columns.contains("Error") && columns.contains("Occurrences");
    }

    static ResultFile read(Source source, CsvRows rows) throws ResultFileException {
        int method = rows.column("Method");
        int name = rows.column("Name");
        int error = rows.column("Error");
        int occurrences = rows.column("Occurrences");
        var failures = new ArrayList<Failure>();
        rows.forEach(
                row -> {
                    double count = row.required(occurrences);
                    if (count < 0) {
                        throw row.isNot(occurrences, "a count");
                    }
                    failures.add(
                            new Failure(
                                    row.text(method),
                                    row.text(name),
                                    row.text(error),
                                    Math.round(count)));
                });
        var notices = new ArrayList<String>();
        rows.cutOff().ifPresent(it -> notices.add(Notices.cutOff(it)));
        notices.add("the file tells of failures alone: requests and times are in _stats.csv");
        var sums = new LinkedHashMap<List<String>, Long>();
        failures.forEach(it -> sums.merge(List.of(it.method(), it.name()), it.count(), Long::sum));
        var endpoints =
                sums.entrySet().stream()
                        .map(it -> failed(it.getKey().get(0), it.getKey().get(1), it.getValue()))
                        .toList();
        long total = failures.stream().mapToLong(Failure::count).sum();
        return new Figures(
                new Origin(source.name(), FileFormat.LOCUST_FAILURES, notices),
                Optional.empty(),
                Double.NaN,
                failed("", Figures.AGGREGATED, total),
                endpoints,
                failures,
                List.of(),
                Map.of());
    }

    private static Endpoint failed(String method, String name, long count) {
        return new Endpoint(
                method,
                name,
                OptionalLong.empty(),
                OptionalLong.of(count),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Times.UNKNOWN);
    }
}
