package io.spate.report;

import io.spate.metrics.ScriptError;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of a summary: endpoints, kinds of failures, errors of the script. */
final class SummaryTables {
    private static final int ENDPOINTS_MAX = 20;
    private static final int ERRORS_MAX = 10;
    private static final int TRACE_LINES_MAX = 3;
    private static final int NAME_MIN = 16;
    private static final int NAME_MAX = 60;
    private static final String INDENT = "    ";
    private static final List<String> HEADINGS =
            List.of("# reqs", "# fails", "avg", "min", "med", "p95", "p99", "max", "req/s");

    private final Terminal terminal;

    SummaryTables(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The endpoints with the most requests; names and figures on two lines where it is narrow. */
    void endpoints(StringBuilder text, List<Endpoint> endpoints, double seconds) {
        var shown = endpoints.subList(0, Math.min(ENDPOINTS_MAX, endpoints.size()));
        var rows = new ArrayList<List<String>>();
        rows.add(HEADINGS);
        shown.forEach(it -> rows.add(figures(it, seconds)));
        var widths = SummaryMetrics.widest(rows);
        int figuresWidth = widths.stream().mapToInt(it -> it + 2).sum();
        int longest = shown.stream().mapToInt(it -> Cells.width(label(it))).max().orElse(0);
        int room = terminal.width() - 1 - INDENT.length() - figuresWidth;
        boolean stacked = room < Math.min(longest, NAME_MIN);
        int nameWidth = Math.min(longest, stacked ? lineRoom() : Math.clamp(room, 1, NAME_MAX));
        for (int i = 0; i < rows.size(); i++) {
            var label = i == 0 ? "" : Cells.cutMiddle(label(shown.get(i - 1)), nameWidth);
            var style = i == 0 ? Style.DIM : Style.PLAIN;
            var cells = cells(rows.get(i), widths);
            if (stacked && i > 0) {
                text.append(INDENT).append(label).append('\n');
            }
            var line = stacked ? cells : Cells.padEnd(label, nameWidth) + cells;
            text.append(INDENT).append(style.apply(line, terminal.colours())).append('\n');
        }
        more(text, endpoints.size() - shown.size());
    }

    private static String label(Endpoint endpoint) {
        return Cells.clean((endpoint.method() + " " + endpoint.name()).strip());
    }

    private static String cells(List<String> row, List<Integer> widths) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append("  ").append(Cells.padStart(row.get(i), widths.get(i)));
        }
        return line.toString();
    }

    private static List<String> figures(Endpoint endpoint, double seconds) {
        var times = endpoint.serviceTime();
        return List.of(
                String.valueOf(endpoint.requests()),
                endpoint.failed()
                        + " ("
                        + Units.percent(endpoint.failed(), endpoint.requests())
                        + ")",
                Units.nanosShort((long) times.mean()),
                Units.nanosShort(times.min()),
                Units.nanosShort(times.percentile(50)),
                Units.nanosShort(times.percentile(95)),
                Units.nanosShort(times.percentile(99)),
                Units.nanosShort(times.max()),
                String.format(
                        Locale.ROOT, "%.1f", seconds <= 0 ? 0 : endpoint.requests() / seconds));
    }

    /** The kinds of failures that happened most. */
    void failures(StringBuilder text, List<Failure.Counted> failures) {
        var shown = failures.subList(0, Math.min(ERRORS_MAX, failures.size()));
        int countWidth = shown.isEmpty() ? 0 : countWidth(shown.getFirst().count());
        for (var counted : shown) {
            var failure = counted.failure();
            var endpoint = Cells.clean((failure.method() + " " + failure.name()).strip());
            counted(text, counted.count(), countWidth, endpoint, Cells.clean(failure.error()));
        }
        more(text, failures.size() - shown.size());
    }

    /** The errors of the script that happened most, with where they happened. */
    void scriptErrors(StringBuilder text, Map<ScriptError, Long> errors) {
        var sorted =
                errors.entrySet().stream()
                        .sorted(
                                Map.Entry.<ScriptError, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(
                                                Map.Entry.comparingByKey(
                                                        Comparator.comparing(
                                                                ScriptError::message))))
                        .toList();
        var shown = sorted.subList(0, Math.min(ERRORS_MAX, sorted.size()));
        int countWidth = shown.isEmpty() ? 0 : countWidth(shown.getFirst().getValue());
        for (var entry : shown) {
            var error = entry.getKey();
            counted(
                    text,
                    entry.getValue(),
                    countWidth,
                    Cells.clean(error.scenario()),
                    Cells.clean(error.message()));
            error.trace()
                    .lines()
                    .map(it -> Cells.clean(it).strip())
                    .filter(it -> !it.isEmpty() && !it.equals(error.message()))
                    .limit(TRACE_LINES_MAX)
                    .forEach(
                            it ->
                                    text.append(INDENT)
                                            .append(" ".repeat(countWidth + 2))
                                            .append(Style.DIM.apply(it, terminal.colours()))
                                            .append('\n'));
        }
        more(text, sorted.size() - shown.size());
    }

    private static int countWidth(long highest) {
        return String.valueOf(highest).length();
    }

    /** The error is never cut; a name that is too long to leave room for it is. */
    private void counted(StringBuilder text, long count, int countWidth, String of, String error) {
        int room = lineRoom() - countWidth - 4 - Cells.width(error);
        text.append(INDENT)
                .append(Cells.padStart(String.valueOf(count), countWidth))
                .append("  ")
                .append(Cells.cutMiddle(of, Math.max(NAME_MIN, room)))
                .append("  ")
                .append(Style.RED.apply(error, terminal.colours()))
                .append('\n');
    }

    private int lineRoom() {
        return Math.max(NAME_MIN, terminal.width() - 1 - INDENT.length());
    }

    private static void more(StringBuilder text, int more) {
        if (more > 0) {
            text.append(INDENT).append("(").append(more).append(" more in the report)\n");
        }
    }
}
