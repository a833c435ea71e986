package io.spate.cli.compare;

import io.spate.analysis.compare.Comparison;
import io.spate.analysis.compare.ComparisonVerdict;
import io.spate.analysis.compare.EndpointComparison;
import io.spate.analysis.compare.Figure;
import io.spate.analysis.compare.FigureComparison;
import io.spate.report.markdown.MarkdownTable;
import io.spate.report.markdown.MarkdownText;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.TextTable;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Comparisons for people: in a terminal, and in Markdown. */
public final class CompareText {
    private static final int CELL_MAX = 40;
    private static final int ENDPOINTS = 50;

    private CompareText() {}

    /** A comparison for a terminal. */
    public static String console(Comparison comparison, boolean colours) {
        return console(List.of(Compared.of(comparison)), colours);
    }

    static String console(List<Compared> all, boolean colours) {
        var text = new StringBuilder();
        for (Compared one : all) {
            text.append(head(one)).append("\n\n");
            if (one.judged().isPresent()) {
                text.append(table(one.judged().get(), colours));
                text.append('\n');
            } else {
                one.marks().forEach(it -> text.append(Cells.clean(it.line())).append('\n'));
            }
            one.notes().forEach(it -> text.append("  ! ").append(Cells.clean(it)).append('\n'));
            one.judged()
                    .ifPresent(
                            it ->
                                    text.append(
                                                    style(it.verdict())
                                                            .apply(it.verdict().name(), colours))
                                            .append(": ")
                                            .append(Cells.clean(it.words()))
                                            .append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    static String markdown(List<Compared> all) {
        var text = new StringBuilder();
        for (Compared one : all) {
            var verdict = one.judged().map(it -> it.verdict().name()).orElse("no verdict");
            text.append("## Comparison: ").append(verdict).append("\n\n");
            text.append(MarkdownText.escape(head(one))).append("\n\n");
            one.judged().ifPresent(it -> markdown(text, it));
            one.marks().forEach(it -> item(text, it.line()));
            text.append('\n');
            one.notes().forEach(it -> item(text, it));
            text.append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static void markdown(StringBuilder text, Comparison comparison) {
        text.append(MarkdownText.escape(comparison.words())).append("\n\n");
        var table =
                new MarkdownTable(
                        text, "", "figure", ">A", ">B", ">change", ">95 % interval", "verdict");
        rows(comparison).forEach(it -> table.row(it.cells().toArray(String[]::new)));
    }

    private static void item(StringBuilder text, String words) {
        text.append("- ").append(MarkdownText.escape(words)).append('\n');
    }

    private static String head(Compared one) {
        return "A: %s   B: %s"
                .formatted(
                        Cells.clean(String.join(", ", one.a())),
                        Cells.clean(String.join(", ", one.b())));
    }

    /** All figures of all requests; of endpoints p95, and whatever changed. */
    private static List<Row> rows(Comparison comparison) {
        List<Row> rows = new ArrayList<>();
        comparison.overall().figures().forEach(it -> rows.add(row(comparison.overall(), it)));
        for (var endpoint : comparison.endpoints().stream().limit(ENDPOINTS).toList()) {
            for (var figure : endpoint.figures()) {
                boolean changed =
                        figure.verdict() == ComparisonVerdict.REGRESSED
                                || figure.verdict() == ComparisonVerdict.IMPROVED;
                if (changed || figure.figure() == Figure.P95) {
                    rows.add(row(endpoint, figure));
                }
            }
        }
        return rows;
    }

    /** A figure of an endpoint. */
    private record Row(List<String> cells, ComparisonVerdict verdict) {}

    private static Row row(EndpointComparison endpoint, FigureComparison figure) {
        return new Row(cells(endpoint, figure), figure.verdict());
    }

    private static List<String> cells(EndpointComparison endpoint, FigureComparison figure) {
        return List.of(
                Cells.cutMiddle(Cells.clean(endpoint.title()), CELL_MAX),
                figure.figure().title(),
                value(figure.figure(), figure.a()),
                value(figure.figure(), figure.b()),
                change(figure.figure(), figure.change()),
                figure.interval()
                        .map(
                                it ->
                                        change(figure.figure(), OptionalDouble.of(it.low()))
                                                + " to "
                                                + change(
                                                        figure.figure(),
                                                        OptionalDouble.of(it.high())))
                        .orElse("?"),
                figure.verdict().name());
    }

    private static String value(Figure figure, double value) {
        return switch (figure) {
            case P50, P95, P99, MEAN -> Units.millisShort(value);
            case ERROR_RATE -> Units.percent(value);
            case THROUGHPUT -> Units.perSecond(value);
        };
    }

    private static String change(Figure figure, OptionalDouble change) {
        if (change.isEmpty()) {
            return "?";
        }
        double percent = change.getAsDouble() * 100;
        return figure.relative()
                ? String.format(Locale.ROOT, "%+.1f %%", percent)
                : String.format(Locale.ROOT, "%+.2f pp", percent);
    }

    /** The name of an endpoint stands in the first of its rows. */
    private static String table(Comparison comparison, boolean colours) {
        var table =
                new TextTable(
                        CELL_MAX,
                        Style.PLAIN,
                        "",
                        "",
                        ">A",
                        ">B",
                        ">change",
                        ">95 % interval",
                        "verdict");
        String before = "";
        for (var row : rows(comparison)) {
            var shown = new ArrayList<>(row.cells());
            if (shown.getFirst().equals(before)) {
                shown.set(0, "");
            }
            before = row.cells().getFirst();
            table.rowWithLast(style(row.verdict()), shown);
        }
        return table.text("  ", colours);
    }

    private static Style style(ComparisonVerdict verdict) {
        return switch (verdict) {
            case PASS -> Style.GREEN;
            case REGRESSED -> Style.BOLD_RED;
            case IMPROVED -> Style.CYAN;
            case INCONCLUSIVE -> Style.YELLOW;
        };
    }
}
