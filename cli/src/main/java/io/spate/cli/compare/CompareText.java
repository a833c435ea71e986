package io.spate.cli.compare;

import io.spate.analysis.compare.Comparison;
import io.spate.analysis.compare.ComparisonVerdict;
import io.spate.analysis.compare.EndpointComparison;
import io.spate.analysis.compare.Figure;
import io.spate.analysis.compare.FigureComparison;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Comparisons for people: in a terminal, and in Markdown. */
final class CompareText {
    private static final List<String> HEADS =
            List.of("", "", "A", "B", "change", "95 % interval", "verdict");
    private static final int NAME_MAX = 40;
    private static final int ENDPOINTS = 50;

    private CompareText() {}

    static String console(List<Compared> all, boolean colours) {
        var text = new StringBuilder();
        for (Compared one : all) {
            text.append(head(one)).append("\n\n");
            if (one.judged().isPresent()) {
                table(text, rows(one.judged().get()), colours);
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
            text.append(escaped(head(one))).append("\n\n");
            one.judged().ifPresent(it -> text.append(escaped(it.words())).append("\n\n"));
            one.judged().ifPresent(it -> markdownTable(text, rows(it)));
            one.marks().forEach(it -> text.append("- ").append(escaped(it.line())).append('\n'));
            text.append('\n');
            one.notes().forEach(it -> text.append("- ").append(escaped(it)).append('\n'));
            text.append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static void markdownTable(StringBuilder text, List<List<String>> rows) {
        text.append("| | figure | A | B | change | 95 % interval | verdict |\n");
        text.append("|---|---|---:|---:|---:|---:|---|\n");
        for (var row : rows) {
            text.append('|');
            row.forEach(it -> text.append(' ').append(escaped(it)).append(" |"));
            text.append('\n');
        }
    }

    private static String head(Compared one) {
        return "A: %s   B: %s"
                .formatted(
                        Cells.clean(String.join(", ", one.a())),
                        Cells.clean(String.join(", ", one.b())));
    }

    /** All figures of all requests; of endpoints p95, and whatever changed. */
    private static List<List<String>> rows(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
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

    private static List<String> row(EndpointComparison endpoint, FigureComparison figure) {
        return List.of(
                Cells.cutMiddle(Cells.clean(endpoint.title()), NAME_MAX),
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

    private static void table(StringBuilder text, List<List<String>> rows, boolean colours) {
        var widths = new int[HEADS.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Cells.width(HEADS.get(i));
            for (var row : rows) {
                widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
            }
        }
        line(text, HEADS, widths, colours);
        String before = "";
        for (var row : rows) {
            var shown = new ArrayList<>(row);
            if (row.getFirst().equals(before)) {
                shown.set(0, "");
            }
            before = row.getFirst();
            line(text, shown, widths, colours);
        }
    }

    private static void line(
            StringBuilder text, List<String> cells, int[] widths, boolean colours) {
        var line = new StringBuilder();
        int last = widths.length - 1;
        for (int i = 0; i < last; i++) {
            boolean words = i < 2;
            line.append(
                    words
                            ? Cells.padEnd(cells.get(i), widths[i])
                            : Cells.padStart(cells.get(i), widths[i]));
            line.append("  ");
        }
        var verdict = cells.get(last);
        text.append("  ").append(line);
        text.append(
                verdict.equals(HEADS.getLast())
                        ? verdict
                        : style(ComparisonVerdict.valueOf(verdict)).apply(verdict, colours));
        text.append('\n');
    }

    private static Style style(ComparisonVerdict verdict) {
        return switch (verdict) {
            case PASS -> Style.GREEN;
            case REGRESSED -> Style.BOLD_RED;
            case IMPROVED -> Style.CYAN;
            case INCONCLUSIVE -> Style.YELLOW;
        };
    }

    /** One line of text that means nothing to Markdown. */
    private static String escaped(String text) {
        return Cells.clean(text).replaceAll("([\\\\`*\\[\\]<>|~&$!#])", "\\\\$1");
    }
}
