package io.spate.report;

import io.spate.report.json.ReloadReport;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.Map;
import java.util.stream.Collectors;

/** What a reload of the target did to the requests. */
final class SummaryReload {
    private static final String INDENT = "    ";
    private static final int OUTPUT_LINES_MAX = 5;
    private static final int LABEL = 22;

    private final StringBuilder text;
    private final Terminal terminal;

    SummaryReload(StringBuilder text, Terminal terminal) {
        this.text = text;
        this.terminal = terminal;
    }

    void append(ReloadReport reload) {
        boolean good = reload.verdict().equals("no request failed");
        text.append(INDENT)
                .append(Style.mark(good, terminal.colours()))
                .append(' ')
                .append(Style.BOLD.apply(reload.verdict(), terminal.colours()))
                .append(
                        ", reload at %s, watched for %s"
                                .formatted(
                                        Units.clock(nanos(reload.atSeconds())),
                                        Units.nanos(nanos(reload.windowSeconds()))))
                .append('\n');
        reload.command().ifPresent(this::command);
        if (!reload.happened()) {
            return;
        }
        line("requests in the window", Units.grouped(reload.requests()));
        line("failed", reload.failed() == 0 ? "0" : failed(reload));
        line("connections opened", opened(reload));
        line("requests sent again", Units.grouped(reload.requestsRepeated()));
        line(
                "longest gap",
                Double.isNaN(reload.longestGapMs())
                        ? "not known"
                        : Units.millisShort(reload.longestGapMs()) + " without a success");
        line("settled", settled(reload));
    }

    private void command(ReloadReport.Command command) {
        line(
                "command",
                "%s: %s after %s"
                        .formatted(
                                command.command(),
                                command.exitCode().map(it -> "exit code " + it).orElse("no exit"),
                                Units.nanos(nanos(command.seconds()))));
        command.output()
                .lines()
                .limit(OUTPUT_LINES_MAX)
                .forEach(
                        it ->
                                text.append(INDENT)
                                        .append("  | ")
                                        .append(Cells.clean(it))
                                        .append('\n'));
    }

    private static String failed(ReloadReport reload) {
        return reload.failures().entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(it -> Units.grouped(it.getValue()) + " " + it.getKey())
                .collect(Collectors.joining(", ", Units.grouped(reload.failed()) + ": ", ""));
    }

    private static String opened(ReloadReport reload) {
        double before = reload.connectionsOpenedPerSecondBefore();
        return Units.grouped(reload.connectionsOpened())
                + (Double.isNaN(before) ? "" : " (before: " + Units.perSecond(before) + ")");
    }

    private static String settled(ReloadReport reload) {
        if (!reload.comparable()) {
            return "too few seconds before the reload to tell";
        }
        var settled = reload.settledSeconds();
        var when =
                Double.isNaN(settled)
                        ? "not until the end of the run"
                        : settled == 0 ? "at once" : "after " + Units.nanos(nanos(settled));
        return when
                + "; rate %s, at least %s; p95 %s, at most %s"
                        .formatted(
                                Units.perSecond(reload.requestsPerSecondBefore()),
                                Units.perSecond(reload.requestsPerSecondMin()),
                                Units.millisShort(reload.p95BeforeMs()),
                                Units.millisShort(reload.p95MaxMs()));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private void line(String label, String value) {
        text.append(INDENT)
                .append("  ")
                .append(Style.DIM.apply(Cells.padEnd(label, LABEL, ".") + ":", terminal.colours()))
                .append(' ')
                .append(Cells.clean(value))
                .append('\n');
    }
}
