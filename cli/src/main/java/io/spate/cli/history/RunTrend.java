package io.spate.cli.history;

import io.spate.report.text.Cells;
import io.spate.report.text.Sparkline;
import io.spate.report.text.Style;
import io.spate.report.text.TextTable;
import io.spate.report.text.Units;
import io.spate.store.Figures;
import io.spate.store.StoredRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How the figures of runs changed from the oldest to the newest, of each test under each load. */
final class RunTrend {
    private static final int CELL_MAX = 60;
    private static final List<Row> ROWS =
            List.of(
                    new Row("requests/s", Figures::requestsPerSecond, Units::perSecond),
                    new Row("failed", Figures::failureRate, Units::percent),
                    new Row("p50", Figures::p50Millis, Units::millisShort),
                    new Row("p95", Figures::p95Millis, Units::millisShort),
                    new Row("p99", Figures::p99Millis, Units::millisShort));

    private RunTrend() {}

    private record Row(
            String title, ToDoubleFunction<Figures> value, DoubleFunction<String> shown) {}

    /** With line ends; runs that have not ended tell nothing. */
    static String of(List<StoredRun> newestFirst) {
        Map<String, List<StoredRun>> plans =
                newestFirst.reversed().stream()
                        .filter(it -> it.figures().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.facts().plan().key(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return plans.values().stream().map(RunTrend::plan).collect(Collectors.joining("\n"));
    }

    private static String plan(List<StoredRun> runs) {
        var table =
                new TextTable(
                        CELL_MAX,
                        Style.PLAIN,
                        "",
                        ">FIRST",
                        ">LAST",
                        ">CHANGE",
                        ">LOWEST",
                        ">HIGHEST",
                        "");
        var figures = runs.stream().flatMap(it -> it.figures().stream()).toList();
        ROWS.forEach(it -> add(table, it, figures));
        return head(runs) + table.text("  ", false);
    }

    private static String head(List<StoredRun> runs) {
        var first = runs.getFirst().facts();
        return "%s, %s: %s, %s to %s%n"
                .formatted(
                        Cells.clean(first.plan().name()),
                        Cells.clean(first.plan().description().replace("\n", "; ")),
                        Units.count(runs.size(), "run"),
                        RunWords.time(first.startedAt()),
                        RunWords.time(runs.getLast().facts().startedAt()));
    }

    /** Of tests without HTTP there are no times. */
    private static void add(TextTable table, Row row, List<Figures> figures) {
        var values =
                figures.stream().map(row.value::applyAsDouble).filter(it -> !it.isNaN()).toList();
        if (values.isEmpty()) {
            return;
        }
        var range = values.stream().mapToDouble(it -> it).summaryStatistics();
        double change = values.getLast() / values.getFirst() - 1;
        table.row(
                List.of(
                        row.title,
                        row.shown.apply(values.getFirst()),
                        row.shown.apply(values.getLast()),
                        Double.isFinite(change)
                                ? String.format(Locale.ROOT, "%+.1f%%", 100 * change)
                                : "",
                        row.shown.apply(range.getMin()),
                        row.shown.apply(range.getMax()),
                        Sparkline.of(values, CELL_MAX)));
    }
}
