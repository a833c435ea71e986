package io.spate.cli.analyze;

import io.spate.analysis.files.Figures;
import io.spate.analysis.files.Figures.Endpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Figures as CSV with short names of columns, by which scripts in the wild read them; Locust's own
 * names are longer. What a file does not tell is an empty cell.
 */
final class AnalyzeCsv {
    private static final List<Double> PERCENTILES =
            List.of(50.0, 66.0, 75.0, 80.0, 90.0, 95.0, 98.0, 99.0, 99.9, 99.99, 100.0);

    private AnalyzeCsv() {}

    static String of(List<Figures> all) {
        var several = all.size() > 1;
        var head = new ArrayList<String>();
        if (several) {
            head.add("File");
        }
        head.addAll(
                List.of(
                        "Type",
                        "Name",
                        "Requests",
                        "Failures",
                        "Success Rate",
                        "Median",
                        "Average",
                        "Min",
                        "Max",
                        "Requests/s",
                        "Failures/s"));
        PERCENTILES.forEach(it -> head.add(number(it) + "%"));
        var text = new StringBuilder();
        append(text, head);
        for (var figures : all) {
            var file = several ? List.of(figures.origin().file()) : List.<String>of();
            figures.endpoints().forEach(it -> append(text, row(file, it, it.name())));
            append(text, row(file, figures.total(), "Total"));
        }
        return text.toString();
    }

    private static List<String> row(List<String> file, Endpoint endpoint, String name) {
        var times = endpoint.timeMs();
        var row = new ArrayList<>(file);
        row.add(endpoint.method());
        row.add(name);
        row.add(count(endpoint.requests()));
        row.add(count(endpoint.failures()));
        row.add(number(100 * (1 - endpoint.failureRate())));
        row.add(number(times.percentile(50)));
        row.add(number(times.mean()));
        row.add(number(times.min()));
        row.add(number(times.max()));
        row.add(number(endpoint.requestsPerSecond()));
        row.add(number(endpoint.failuresPerSecond()));
        PERCENTILES.forEach(it -> row.add(number(times.percentile(it))));
        return row;
    }

    private static void append(StringBuilder text, List<String> cells) {
        text.append(
                cells.stream().map(AnalyzeCsv::cell).collect(Collectors.joining(",", "", "\n")));
    }

    private static String cell(String text) {
        boolean quoted = text.chars().anyMatch(it -> it == ',' || it == '"' || it < ' ');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String count(OptionalLong count) {
        return count.isPresent() ? String.valueOf(count.getAsLong()) : "";
    }

    /** With up to six decimals. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        var rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
