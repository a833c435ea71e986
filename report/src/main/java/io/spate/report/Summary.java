package io.spate.report;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Threshold.Judgement;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import java.util.List;
import java.util.stream.Collectors;

/** The end-of-test summary as text: k6's sections, Locust's table of endpoints, a verdict. */
public final class Summary {
    private Summary() {}

    /** The summary of a run, with line ends, as wide as the terminal where it can be. */
    public static String of(RunResult result, Terminal terminal) {
        boolean colours = terminal.colours();
        var total = result.total();
        double seconds = result.elapsed().toNanos() / 1e9;
        var text = new StringBuilder();
        if (!result.verdict().judgements().isEmpty()) {
            title(text, "THRESHOLDS", colours);
            SummaryThresholds.append(text, result.verdict(), total, colours);
            text.append('\n');
        }
        title(text, "TOTAL RESULTS", colours);
        var checks = Check.of(total);
        var views = MetricView.of(total, result.verdict());
        var metrics = new SummaryMetrics(views, seconds, !checks.isEmpty(), colours);
        SummaryChecks.append(text, checks, metrics, colours);
        metrics.appendTo(text);
        if (total.find(BuiltinMetrics.HTTP_REQS).isEmpty()) {
            text.append("    no requests were made\n\n");
        }
        text.append('\n');
        tables(text, result, seconds, terminal);
        return text.append("  ").append(verdict(result, colours)).append('\n').toString();
    }

    private static void tables(
            StringBuilder text, RunResult result, double seconds, Terminal terminal) {
        var tables = new SummaryTables(terminal);
        var endpoints = Endpoint.of(result.total());
        if (!endpoints.isEmpty()) {
            title(text, "ENDPOINTS", terminal.colours());
            tables.endpoints(text, endpoints, seconds);
            text.append("\n\n");
        }
        var failures = Failure.of(result.total());
        if (!failures.isEmpty()) {
            title(text, "ERRORS", terminal.colours());
            tables.failures(text, failures);
            text.append("\n\n");
        }
        if (!result.total().errors().isEmpty()) {
            title(text, "SCRIPT ERRORS", terminal.colours());
            tables.scriptErrors(text, result.total().errors());
            text.append("\n\n");
        }
    }

    private static void title(StringBuilder text, String title, boolean colours) {
        text.append("  ").append(Style.BOLD.apply("█ " + title, colours)).append(" \n\n");
    }

    private static String verdict(RunResult result, boolean colours) {
        var crossed = crossed(result.verdict().judgements());
        return switch (result.ending()) {
            case INTERRUPTED ->
                    Style.YELLOW.apply("INTERRUPTED", colours)
                            + (crossed.isEmpty() ? "" : ": " + crossed);
            case SCRIPT_ERROR ->
                    Style.RED.apply("FAILED", colours)
                            + ": the script could not go on"
                            + (crossed.isEmpty() ? "" : "; " + crossed);
            case THRESHOLD_ABORT ->
                    Style.RED.apply("FAILED", colours) + ": " + crossed + "; the run was stopped";
            case COMPLETED ->
                    crossed.isEmpty()
                            ? Style.GREEN.apply("PASSED", colours)
                                    + (result.verdict().judgements().isEmpty()
                                            ? " (no thresholds were set)"
                                            : "")
                            : Style.RED.apply("FAILED", colours) + ": " + crossed;
        };
    }

    private static String crossed(List<Judgement> judgements) {
        var keys =
                judgements.stream()
                        .filter(it -> !it.passed())
                        .map(it -> Cells.clean(it.threshold().selector().text()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "" : "thresholds on metrics '" + keys + "' have been crossed";
    }
}
