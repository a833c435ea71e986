package io.spate.cli.analyze;

import io.spate.analysis.files.Figures;
import io.spate.analysis.files.Figures.Endpoint;
import io.spate.analysis.files.Figures.Failure;
import io.spate.analysis.files.Figures.Moment;
import io.spate.report.Terminal;
import io.spate.report.markdown.MarkdownTable;
import io.spate.report.markdown.MarkdownText;
import io.spate.report.text.Cells;
import io.spate.report.text.Sparkline;
import io.spate.report.text.Style;
import io.spate.report.text.TextTable;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures for people. What a file does not tell is a dash. */
final class AnalyzeText {
    private static final String[] HEADS = {
        "",
        ">requests",
        ">failures",
        ">success",
        ">req/s",
        ">avg",
        ">median",
        ">p90",
        ">p95",
        ">p99",
        ">max"
    };
    private static final int ROWS_MAX = 1_000;
    private static final int FAILURES_MAX = 20;
    private static final int SPARKS = 60;
    private static final int CELL_MAX = 60;
    private static final String NONE = "-";

    private AnalyzeText() {}

    /** Tables for a terminal. */
    static String tables(List<Figures> all, Terminal terminal) {
        return all.stream().map(it -> table(it, terminal)).collect(Collectors.joining("\n"));
    }

    private static String table(Figures figures, Terminal terminal) {
        var text = new StringBuilder();
        var title = Style.BOLD.apply(Cells.clean(figures.origin().file()), terminal.colours());
        text.append(title).append("  ").append(head(figures)).append("\n\n");
        var table = new TextTable(CELL_MAX, Style.DIM, HEADS);
        figures.endpoints().stream().limit(ROWS_MAX).forEach(it -> table.row(row(it)));
        table.row(Style.BOLD, row(figures.total()));
        text.append(table.text("  ", terminal.colours()));
        more(text, figures.endpoints().size() - ROWS_MAX);
        failures(text, figures.failures());
        overTime(text, figures.timeline());
        return text.toString();
    }

    private static String head(Figures figures) {
        var text = figures.origin().format().words();
        if (figures.startedAt().isPresent()) {
            text += ", from " + figures.startedAt().get();
        }
        return Double.isNaN(figures.seconds())
                ? text
                : text + ", " + Units.nanosShort(Math.round(figures.seconds() * 1e9));
    }

    private static List<String> row(Endpoint endpoint) {
        var times = endpoint.timeMs();
        return List.of(
                title(endpoint),
                count(endpoint.requests()),
                count(endpoint.failures()),
                Double.isNaN(endpoint.failureRate())
                        ? NONE
                        : Units.percent(1 - endpoint.failureRate()),
                number(endpoint.requestsPerSecond()),
                time(times.mean()),
                time(times.percentile(50)),
                time(times.percentile(90)),
                time(times.percentile(95)),
                time(times.percentile(99)),
                time(times.max()));
    }

    static String title(Endpoint endpoint) {
        return (endpoint.method() + " " + endpoint.name()).strip();
    }

    private static String count(OptionalLong count) {
        return count.isPresent() ? String.valueOf(count.getAsLong()) : NONE;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String time(double millis) {
        return Double.isNaN(millis) ? NONE : Units.millisShort(millis);
    }

    private static void more(StringBuilder text, int more) {
        if (more > 0) {
            text.append("  (").append(more).append(" more: --csv and --json have all)\n");
        }
    }

    private static void failures(StringBuilder text, List<Failure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        text.append("\n  failures\n");
        failures.stream()
                .limit(FAILURES_MAX)
                .forEach(
                        it ->
                                text.append(
                                        "  %8d  %s: %s%n"
                                                .formatted(
                                                        it.count(),
                                                        Cells.clean(
                                                                (it.method() + " " + it.name())
                                                                        .strip()),
                                                        Cells.clean(it.error()))));
        more(text, failures.size() - FAILURES_MAX);
    }

    private static void overTime(StringBuilder text, List<Moment> timeline) {
        if (timeline.size() < 2) {
            return;
        }
        text.append("\n  over time\n");
        spark(text, "req/s", timeline, Moment::requestsPerSecond, AnalyzeText::number);
        spark(text, "failures/s", timeline, Moment::failuresPerSecond, AnalyzeText::number);
        spark(text, "median", timeline, Moment::p50Ms, AnalyzeText::time);
        spark(text, "p95", timeline, Moment::p95Ms, AnalyzeText::time);
        spark(text, "users", timeline, Moment::users, AnalyzeText::number);
    }

    /** Shows a number in its unit. */
    private interface Shown {
        String text(double value);
    }

    private static void spark(
            StringBuilder text,
            String name,
            List<Moment> timeline,
            ToDoubleFunction<Moment> value,
            Shown shown) {
        var values = timeline.stream().mapToDouble(value).toArray();
        var known = Arrays.stream(values).filter(it -> !Double.isNaN(it)).toArray();
        double highest = Arrays.stream(known).max().orElse(0);
        if (highest <= 0) {
            return;
        }
        text.append(
                "  %-10s  %s  %s to %s%n"
                        .formatted(
                                name,
                                Sparkline.of(columns(values), SPARKS),
                                shown.text(Arrays.stream(known).min().orElse(0)),
                                shown.text(highest)));
    }

    /** The values in at most as many columns, each the highest of its part of the time. */
    private static List<Double> columns(double[] values) {
        int count = Math.min(values.length, SPARKS);
        var columns = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            double highest = 0;
            int end = (int) ((long) (i + 1) * values.length / count);
            for (int at = (int) ((long) i * values.length / count); at < end; at++) {
                highest = Double.isNaN(values[at]) ? highest : Math.max(highest, values[at]);
            }
            columns.add(highest);
        }
        return columns;
    }

    /** Tables in Markdown. */
    static String markdown(List<Figures> all) {
        return all.stream().map(AnalyzeText::markdown).collect(Collectors.joining("\n"));
    }

    private static String markdown(Figures figures) {
        var text = new StringBuilder();
        text.append("## ").append(MarkdownText.escape(figures.origin().file())).append("\n\n");
        text.append(MarkdownText.escape(head(figures))).append("\n\n");
        var table = new MarkdownTable(text, HEADS);
        Stream.concat(figures.endpoints().stream().limit(ROWS_MAX), Stream.of(figures.total()))
                .forEach(it -> table.row(row(it).toArray(String[]::new)));
        return text.toString();
    }

    /** A block for each endpoint. */
    static String blocks(List<Figures> all) {
        return all.stream()
                .flatMap(
                        it ->
                                it.endpoints().isEmpty()
                                        ? Stream.of(it.total())
                                        : it.endpoints().stream())
                .map(AnalyzeText::block)
                .collect(Collectors.joining());
    }

    private static String block(Endpoint endpoint) {
        return "%n%s%n  Requests: %s%n  Failures: %s%n  Success Rate: %s%n  Median (ms): %s%n  P95 (ms): %s%n"
                .formatted(
                        Cells.clean(endpoint.name()),
                        count(endpoint.requests()),
                        count(endpoint.failures()),
                        Double.isNaN(endpoint.failureRate())
                                ? NONE
                                : String.format(
                                        Locale.ROOT, "%.2f%%", 100 * (1 - endpoint.failureRate())),
                        plain(endpoint.timeMs().percentile(50)),
                        plain(endpoint.timeMs().percentile(95)));
    }

    /** As Python writes a float. */
    private static String plain(double value) {
        return Double.isNaN(value) ? NONE : String.valueOf(Math.round(value * 1e3) / 1e3);
    }
}
