package io.spate.report;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Metric.Contains;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics of a summary, in sections, with aligned columns. */
final class SummaryMetrics {
    private static final int LABEL_MAX = 60;
    private static final String INDENT = "    ";

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
                            BuiltinMetrics.FOLDED_SERIES,
                            BuiltinMetrics.VUS,
                            BuiltinMetrics.VUS_MAX),
                    "NETWORK",
                    Set.of(BuiltinMetrics.DATA_SENT, BuiltinMetrics.DATA_RECEIVED));

    /** Left to the report: phases of requests, and what the sections tell in another way. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    BuiltinMetrics.CHECKS.name(),
                    BuiltinMetrics.HTTP_REQ_BLOCKED.name(),
                    BuiltinMetrics.HTTP_REQ_CONNECTING.name(),
                    BuiltinMetrics.HTTP_REQ_TLS_HANDSHAKING.name(),
                    BuiltinMetrics.HTTP_REQ_SENDING.name(),
                    BuiltinMetrics.HTTP_REQ_WAITING.name(),
                    BuiltinMetrics.HTTP_REQ_RECEIVING.name(),
                    BuiltinMetrics.SCENARIO_VUS.name());

    private final List<MetricView> views;
    private final double seconds;
    private final boolean colours;
    private final int labelWidth;

    SummaryMetrics(List<MetricView> views, double seconds, boolean hasChecks, boolean colours) {
        this.views = views.stream().filter(SummaryMetrics::isShown).toList();
        this.seconds = seconds;
        this.colours = colours;
        int longest = this.views.stream().mapToInt(it -> Cells.width(label(it))).max().orElse(0);
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

    /** Counters of what went wrong are shown once something has. */
    private static boolean isShown(MetricView view) {
        if (LEFT_OUT.contains(view.metric().name())) {
            return false;
        }
        boolean custom = SECTIONS.values().stream().noneMatch(it -> it.contains(view.metric()));
        return custom
                || switch (view.value()) {
                    case Aggregate.Count(var total) ->
                            total > 0
                                    || view.metric().equals(BuiltinMetrics.HTTP_REQS)
                                    || view.metric().equals(BuiltinMetrics.ITERATIONS);
                    case Aggregate.Distribution(var values) -> values.count() > 0;
                    case Aggregate.Ratio _, Aggregate.Level _ -> true;
                };
    }

    /** The sections with their titles. */
    void appendTo(StringBuilder text) {
        var trendWidths = trendWidths();
        var widths = widths();
        append(text, "CUSTOM", custom(), trendWidths, widths);
        SECTIONS.forEach(
                (title, metrics) -> {
                    var inSection =
                            views.stream().filter(it -> metrics.contains(it.metric())).toList();
                    append(text, title, inSection, trendWidths, widths);
                });
    }

    private List<MetricView> custom() {
        return views.stream()
                .filter(it -> SECTIONS.values().stream().noneMatch(in -> in.contains(it.metric())))
                .toList();
    }

    private void append(
            StringBuilder text,
            String title,
            List<MetricView> section,
            List<Integer> trendWidths,
            List<Integer> widths) {
        if (section.isEmpty()) {
            return;
        }
        text.append(INDENT).append(Style.BOLD.apply(title, colours)).append('\n');
        for (var view : section) {
            var columns = columns(view);
            boolean trend = view.value() instanceof Aggregate.Distribution;
            line(text, label(view), columns, trend ? trendWidths : widths);
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

    private static String label(MetricView view) {
        return Cells.cut(Cells.clean(view.label()), LABEL_MAX);
    }

    private List<String> columns(MetricView view) {
        var contains = view.metric().contains();
        return switch (view.value()) {
            case Aggregate.Count(var total) ->
                    List.of(Units.recorded(contains, total), perSecond(contains, total));
            case Aggregate.Level(var last, _, var min, var max) ->
                    List.of(
                            Units.recorded(contains, last),
                            "min=" + Units.recorded(contains, min),
                            "max=" + Units.recorded(contains, max));
            case Aggregate.Ratio(var hits, var total) ->
                    List.of(Units.percent(hits, total), hits + " out of " + total);
            case Aggregate.Distribution(var values) -> {
                var cells = new ArrayList<String>();
                TrendColumns.of(values)
                        .forEach(
                                (name, it) -> cells.add(name + "=" + Units.recorded(contains, it)));
                yield cells;
            }
        };
    }

    private String perSecond(Contains contains, long total) {
        double rate = perSecond(total);
        return (contains == Contains.DATA ? Units.bytes(rate) : Units.number(rate)) + "/s";
    }

    /** So many per second of the run. */
    double perSecond(long total) {
        return seconds <= 0 ? 0 : total / seconds;
    }

    private List<Integer> trendWidths() {
        return widest(
                views.stream()
                        .filter(it -> it.value() instanceof Aggregate.Distribution)
                        .map(this::columns)
                        .toList());
    }

    private List<Integer> widths() {
        return widest(
                views.stream()
                        .filter(it -> !(it.value() instanceof Aggregate.Distribution))
                        .map(this::columns)
                        .toList());
    }

    /** The widest cell of each column. */
    static List<Integer> widest(List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = Cells.width(row.get(i));
                if (i == widths.size()) {
                    widths.add(width);
                }
                widths.set(i, Math.max(widths.get(i), width));
            }
        }
        return widths;
    }
}
