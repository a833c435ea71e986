package io.spate.k6.summary;

import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The checks and the metrics of a run, or of a part of it, below a title.
 *
 * @param lines the metrics to show
 * @param indent what stands before each line
 * @param labelWidth how wide names with their dots are
 * @param seconds how long the run took
 */
record SummaryPart(
        List<CheckLine> checks,
        List<MetricLine> lines,
        Shown shown,
        List<String> trendStats,
        String indent,
        int labelWidth,
        double seconds,
        boolean colours) {
    static final String CHECKS_LONGEST = "checks_succeeded";
    private static final List<String> HTTP =
            List.of("http_req_duration", "http_req_failed", "http_reqs");
    private static final Set<String> HTTP_PHASES =
            Set.of(
                    "http_req_blocked",
                    "http_req_connecting",
                    "http_req_receiving",
                    "http_req_sending",
                    "http_req_tls_handshaking",
                    "http_req_waiting");
    private static final Set<String> EXECUTION =
            Set.of("dropped_iterations", "iteration_duration", "iterations", "vus", "vus_max");
    private static final Set<String> NETWORK = Set.of("data_received", "data_sent");

    /** Sections of the metrics that modules bring along, with how their names start. */
    private static final SequencedMap<String, String> FAMILIES = starts();

    private static SequencedMap<String, String> starts() {
        var all = new LinkedHashMap<String, String>();
        all.put("BROWSER", "browser_");
        all.put("WEB_VITALS", "browser_web_vital_");
        all.put("GRPC", "grpc_");
        all.put("WEBSOCKET", "ws_");
        return Collections.unmodifiableSequencedMap(all);
    }

    /** Whether a summary has the line. */
    static boolean isShown(MetricLine line, boolean full) {
        var name = line.metric().name();
        boolean known =
                HTTP.contains(name)
                        || EXECUTION.contains(name)
                        || NETWORK.contains(name)
                        || (full && HTTP_PHASES.contains(name));
        boolean nothing = name.equals("dropped_iterations") && line.statistic("count") == 0;
        return (known || line.isOfScript()) && !nothing;
    }

    static String label(MetricLine line) {
        return line.isPart() ? "  { " + line.tags() + " }" : line.metric().name();
    }

    void append(StringBuilder text) {
        appendChecks(text);
        section(text, "CUSTOM", it -> it.isOfScript() && families(it).isEmpty());
        section(text, "HTTP", it -> !it.isOfScript() && it.metric().name().startsWith("http_"));
        section(text, "EXECUTION", it -> EXECUTION.contains(it.metric().name()));
        section(text, "NETWORK", it -> NETWORK.contains(it.metric().name()));
        FAMILIES.forEach(
                (title, _) ->
                        section(
                                text,
                                title,
                                it -> it.isOfScript() && families(it).indexOf(title) == 0));
    }

    /** The sections that a metric of a module belongs to by its name, the closest one first. */
    private static List<String> families(MetricLine line) {
        return FAMILIES.entrySet().stream()
                .filter(it -> line.metric().name().startsWith(it.getValue()))
                .sorted(Comparator.comparingInt(it -> -it.getValue().length()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void appendChecks(StringBuilder text) {
        if (checks.isEmpty()) {
            return;
        }
        long passes = checks.stream().mapToLong(CheckLine::passes).sum();
        long fails = checks.stream().mapToLong(CheckLine::fails).sum();
        long total = passes + fails;
        double rate = seconds <= 0 ? 0 : total / seconds;
        var rows =
                List.of(
                        List.of(String.valueOf(total), Units.number(rate) + "/s"),
                        List.of(Units.percent(passes, total), passes + " out of " + total),
                        List.of(Units.percent(fails, total), fails + " out of " + total));
        var widths = Shown.widths(rows);
        line(text, "checks_total", rows.get(0), widths);
        line(text, CHECKS_LONGEST, rows.get(1), widths);
        line(text, "checks_failed", rows.get(2), widths);
        text.append('\n');
        checks.forEach(it -> check(text, indent, it, "  ↳  ", colours));
        text.append('\n');
    }

    /** A check, and below it how often it passed where it did not always. */
    static void check(
            StringBuilder text, String indent, CheckLine check, String arrow, boolean colours) {
        text.append(indent)
                .append(Style.mark(check.fails() == 0, colours))
                .append(' ')
                .append(Cells.clean(check.name()))
                .append('\n');
        if (check.fails() > 0) {
            text.append(indent)
                    .append(arrow)
                    .append(check.percent())
                    .append("% — ✓ ")
                    .append(check.passes())
                    .append(" / ✗ ")
                    .append(check.fails())
                    .append('\n');
        }
    }

    private void section(StringBuilder text, String title, Predicate<MetricLine> of) {
        var shownLines = lines.stream().filter(of).toList();
        if (shownLines.isEmpty()) {
            return;
        }
        text.append(indent).append(Style.BOLD.apply(title, colours)).append('\n');
        for (var each : shownLines) {
            var alike =
                    lines.stream()
                            .filter(it -> it.isTrend() == each.isTrend())
                            .map(this::cells)
                            .toList();
            line(text, label(each), cells(each), Shown.widths(alike));
        }
        text.append('\n');
    }

    private List<String> cells(MetricLine line) {
        return switch (line.metric().type()) {
            case COUNTER -> shown.counter(line);
            case GAUGE -> shown.gauge(line);
            case RATE -> {
                long passes = (long) line.statistic("passes");
                long total = passes + (long) line.statistic("fails");
                yield List.of(Units.percent(passes, total), passes + " out of " + total);
            }
            case TREND -> shown.trend(line, trendStats);
        };
    }

    private void line(StringBuilder text, String label, List<String> cells, List<Integer> widths) {
        text.append(indent).append(Cells.padEnd(Cells.clean(label), labelWidth, ".")).append(":");
        for (int i = 0; i < cells.size(); i++) {
            boolean last = i == cells.size() - 1;
            text.append(' ').append(Style.CYAN.apply(cells.get(i), colours));
            if (!last) {
                text.append(" ".repeat(widths.get(i) - Cells.width(cells.get(i))));
            }
        }
        text.append('\n');
    }
}
