package io.spate.report;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.report.json.MetricRow;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics of a summary, in sections, with aligned columns. */
final class SummaryMetrics {
    private static final int LABEL_MAX = 60;
    private static final String INDENT = "    ";

    /** The statistics of a trend, in the order shown. */
    private static final List<String> TREND =
            List.of("avg", "min", "med", "max", "p(90)", "p(95)", "p(99)");

    /** Shown in this order under these titles; what stands in none is the script's own. */
    private static final Map<String, Set<Metric>> SECTIONS =
            sections(
                    "HTTP",
                    Set.of(
                            BuiltinMetrics.HTTP_REQ_DURATION,
                            BuiltinMetrics.HTTP_REQ_RESPONSE_TIME,
                            BuiltinMetrics.HTTP_REQ_FAILED,
                            BuiltinMetrics.HTTP_REQS),
                    "EXECUTION",
                    Set.of(
                            BuiltinMetrics.ITERATIONS,
                            BuiltinMetrics.ITERATION_DURATION,
                            BuiltinMetrics.ITERATION_LATENESS,
                            BuiltinMetrics.DROPPED_ITERATIONS,
                            BuiltinMetrics.INTERRUPTED_ITERATIONS,
                            BuiltinMetrics.FAILED_ITERATIONS,
                            BuiltinMetrics.DATA_EXHAUSTED,
                            BuiltinMetrics.FOLDED_SERIES,
                            BuiltinMetrics.VUS,
                            BuiltinMetrics.VUS_MAX),
                    "NETWORK",
                    Set.of(BuiltinMetrics.DATA_SENT, BuiltinMetrics.DATA_RECEIVED));

    private final List<MetricRow> rows;
    private final boolean colours;
    private final int labelWidth;

    SummaryMetrics(List<MetricRow> rows, boolean hasChecks, boolean colours) {
        this.rows = rows.stream().filter(SummaryMetrics::isShown).toList();
        this.colours = colours;
        int longest = this.rows.stream().mapToInt(it -> Cells.width(label(it))).max().orElse(0);
        labelWidth = Math.max(longest, hasChecks ? "checks_succeeded".length() : 0) + 3;
    }

    private static Map<String, Set<Metric>> sections(
            String one,
            Set<Metric> ofOne,
            String two,
            Set<Metric> ofTwo,
            String three,
            Set<Metric> ofThree) {
        var sections = new LinkedHashMap<String, Set<Metric>>();
        sections.put(one, ofOne);
        sections.put(two, ofTwo);
        sections.put(three, ofThree);
        return sections;
    }

    /** Counters of what went wrong are shown once something has; what is in no section never. */
    private static boolean isShown(MetricRow row) {
        if (row.custom()) {
            return true;
        }
        boolean always =
                row.name().equals(BuiltinMetrics.HTTP_REQS.name())
                        || row.name().equals(BuiltinMetrics.ITERATIONS.name());
        return SECTIONS.values().stream().anyMatch(it -> isIn(it, row))
                && (always || !(row.value("count") <= 0));
    }

    private static boolean isIn(Set<Metric> section, MetricRow row) {
        return section.stream().anyMatch(it -> it.name().equals(row.name()));
    }

    /** The sections with their titles. */
    void appendTo(StringBuilder text) {
        append(text, "CUSTOM", rows.stream().filter(MetricRow::custom).toList());
        SECTIONS.forEach(
                (title, metrics) ->
                        append(
                                text,
                                title,
                                rows.stream().filter(it -> isIn(metrics, it)).toList()));
    }

    private void append(StringBuilder text, String title, List<MetricRow> section) {
        if (section.isEmpty()) {
            return;
        }
        text.append(INDENT).append(Style.BOLD.apply(title, colours)).append('\n');
        for (var row : section) {
            line(text, label(row), columns(row), widths(isTrend(row)));
        }
        text.append('\n');
    }

    /** A line of a label with dots after it and columns padded to some widths. */
    void line(StringBuilder text, String label, List<String> columns, List<Integer> widths) {
        var dotted = Cells.padEnd(label, labelWidth, ".") + ":";
        var line = new StringBuilder(INDENT).append(Style.DIM.apply(dotted, colours));
        for (int i = 0; i < columns.size(); i++) {
            boolean last = i == columns.size() - 1;
            var cell = columns.get(i);
            line.append(' ')
                    .append(Style.CYAN.apply(cell, colours))
                    .append(last ? "" : " ".repeat(widths.get(i) - Cells.width(cell)));
        }
        text.append(line).append('\n');
    }

    /** The name; of a part its tags, as k6 shows them below the metric's name. */
    private static String label(MetricRow row) {
        var label = row.tags().isEmpty() ? row.name() : "  { " + row.tags() + " }";
        return Cells.cut(Cells.clean(label), LABEL_MAX);
    }

    private static boolean isTrend(MetricRow row) {
        return row.type().equals("trend");
    }

    private static List<String> columns(MetricRow row) {
        var contains = row.kind();
        return switch (row.type()) {
            case "counter" ->
                    List.of(
                            Units.shown(contains, row.value("count")),
                            Units.shown(contains, row.value("rate")) + "/s");
            case "gauge" ->
                    List.of(
                            Units.shown(contains, row.value("value")),
                            "min=" + Units.shown(contains, row.value("min")),
                            "max=" + Units.shown(contains, row.value("max")));
            case "rate" -> {
                long passes = (long) row.value("passes");
                long total = passes + (long) row.value("fails");
                yield List.of(Units.percent(passes, total), passes + " out of " + total);
            }
            default ->
                    TREND.stream()
                            .map(it -> it + "=" + Units.shown(contains, row.value(it)))
                            .toList();
        };
    }

    /** The widest cell of each column, of trends or of all others. */
    private List<Integer> widths(boolean trends) {
        return SummaryTables.widest(
                rows.stream()
                        .filter(it -> isTrend(it) == trends)
                        .map(SummaryMetrics::columns)
                        .toList());
    }
}
