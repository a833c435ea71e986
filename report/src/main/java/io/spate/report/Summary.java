package io.spate.report;

import io.spate.report.capacity.CapacityReport;
import io.spate.report.capacity.CapacityText;
import io.spate.report.finding.FindingText;
import io.spate.report.json.Aside;
import io.spate.report.json.MetricRow;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The end-of-test summary as text: k6's sections, Locust's table of endpoints, what the generator
 * says of itself, a verdict. A function of the result document.
 */
public final class Summary {
    private final Results results;
    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    private final boolean histogram;

    private Summary(Results results, Terminal terminal, boolean histogram) {
        this.results = results;
        this.terminal = terminal;
        this.histogram = histogram;
    }

    /** The summary of a run, with line ends, as wide as the terminal where it can be. */
    public static String of(Results results, Terminal terminal) {
        return of(results, terminal, false);
    }

    /** The same, with a histogram of the times where one is asked for. */
    public static String of(Results results, Terminal terminal, boolean histogram) {
        return new Summary(results, terminal, histogram).text();
    }

    /** What a search for a capacity came to, in place of a run's summary. */
    public static String capacity(CapacityReport capacity, Terminal terminal) {
        var text = new StringBuilder("\n  ");
        text.append(Style.BOLD.apply("█ CAPACITY", terminal.colours())).append("\n\n");
        CapacityText.append(text, capacity, terminal.colours());
        return text.append('\n').toString();
    }

    private String text() {
        boolean colours = terminal.colours();
        if (!results.verdict().thresholds().isEmpty()) {
            title("THRESHOLDS");
            SummaryThresholds.append(text, results.verdict().thresholds(), colours);
            text.append('\n');
        }
        title("TOTAL RESULTS");
        leftOut();
        var metrics = new SummaryMetrics(metrics(), !results.checks().isEmpty(), colours);
        SummaryChecks.append(text, results, metrics, colours);
        metrics.appendTo(text);
        if (results.totals().requests() == 0) {
            text.append("    no requests were made\n\n");
        }
        text.append('\n');
        tables();
        return text.append("  ").append(lastLine()).append('\n').toString();
    }

    /** All metrics, and behind the service time what it is when corrected. */
    private List<MetricRow> metrics() {
        var rows = new ArrayList<>(results.metrics());
        results.corrected()
                .map(MetricRow::of)
                .ifPresent(
                        corrected -> {
                            int at = rows.size();
                            while (at > 0 && !rows.get(at - 1).name().equals(corrected.name())) {
                                at--;
                            }
                            rows.add(at, corrected);
                        });
        return rows;
    }

    /** What was measured and does not count. */
    private void leftOut() {
        results.setup().ifPresent(it -> leftOut("Setup of %s (%s%s) left out", it));
        results.warmUp().ifPresent(it -> leftOut("First %s (warm-up, %s%s) left out", it));
        if (results.setup().isPresent() || results.warmUp().isPresent()) {
            text.append('\n');
        }
    }

    private void leftOut(String form, Aside aside) {
        var length = Units.nanos(Math.round(aside.seconds() * 1e9));
        var requests = Units.grouped(aside.requests(), "request");
        var failed =
                aside.failures() == 0 ? "" : ", " + Units.grouped(aside.failures()) + " failed";
        var line = form.formatted(length, requests, failed);
        text.append("    ").append(Style.DIM.apply(line, terminal.colours())).append('\n');
    }

    private void histogram() {
        results.histogram()
                .filter(_ -> histogram)
                .map(it -> new SummaryHistogram(it, results.totals(), terminal))
                .ifPresent(it -> section(it.title(), it.isEmpty(), () -> it.append(text)));
    }

    private void tables() {
        histogram();
        var tables = new SummaryTables(text, terminal);
        section("GROUPS", results.groups().isEmpty(), () -> tables.groups(results.groups()));
        var nodes = new SummaryNodes(text, terminal);
        results.nodes().ifPresent(it -> section("NODES", false, () -> nodes.table(it)));
        results.scaling().ifPresent(it -> section("SCALING", false, () -> nodes.scaling(it)));
        var reload = new SummaryReload(text, terminal);
        results.reload().ifPresent(it -> section("RELOAD", false, () -> reload.append(it)));
        section("ENDPOINTS", results.endpoints().isEmpty(), () -> tables.endpoints(results));
        // A single level without a verdict of its own says what the totals say.
        boolean flat =
                results.levels().size() < 2
                        && results.levels().stream().allMatch(it -> it.verdict().isEmpty());
        section("LEVELS", flat, () -> tables.levels(results.levels()));
        var problems = new SummaryProblems(text, terminal);
        section(
                "FAILURES",
                results.failureKinds().isEmpty(),
                () -> problems.kinds(results.failureKinds()));
        section("ERRORS", results.errors().isEmpty(), () -> problems.errors(results));
        section(
                "SCRIPT ERRORS",
                results.scriptErrors().isEmpty(),
                () -> problems.scriptErrors(results.scriptErrors()));
        section(
                "FINDINGS",
                results.findings().isEmpty(),
                () -> FindingText.append(text, results.findings(), terminal.colours()));
        results.capacity()
                .ifPresent(
                        it ->
                                section(
                                        "CAPACITY",
                                        false,
                                        () -> CapacityText.append(text, it, terminal.colours())));
        var generator = new SummaryGenerator(results, terminal.colours());
        section("GENERATOR", generator.isEmpty(), () -> generator.append(text));
        section(
                "OUTPUTS",
                results.outputs().isEmpty(),
                () -> SummaryOutputs.append(text, results.outputs(), terminal.colours()));
        var violations = results.verdict().violations();
        section("SLO VIOLATIONS", violations.isEmpty(), () -> violations(violations));
    }

    private void violations(List<String> violations) {
        violations.forEach(
                it -> {
                    var line = "- " + Cells.clean(it);
                    text.append("    ").append(Style.RED.apply(line, terminal.colours()));
                    text.append('\n');
                });
    }

    private void section(String title, boolean empty, Runnable content) {
        if (!empty) {
            title(title);
            content.run();
            text.append("\n\n");
        }
    }

    private void title(String title) {
        text.append("  ")
                .append(Style.BOLD.apply("█ " + title, terminal.colours()))
                .append(" \n\n");
    }

    /** The verdict; of an invalid run that comes first, so that no one reads PASSED alone. */
    private String lastLine() {
        if (results.trusted()) {
            return verdict();
        }
        return Style.BOLD_RED.apply("INVALID", terminal.colours())
                + ": the generator was the bottleneck, see GENERATOR; otherwise "
                + verdict();
    }

    private String verdict() {
        boolean colours = terminal.colours();
        var crossed = crossed();
        return switch (results.ending()) {
            case "interrupted" ->
                    Style.YELLOW.apply("INTERRUPTED", colours)
                            + (crossed.isEmpty() ? "" : ": " + crossed);
            case "script_error" ->
                    Style.RED.apply("FAILED", colours)
                            + ": the script could not go on"
                            + (crossed.isEmpty() ? "" : "; " + crossed);
            case "threshold_abort" ->
                    Style.RED.apply("FAILED", colours) + ": " + crossed + "; the run was stopped";
            default ->
                    crossed.isEmpty()
                            ? Style.GREEN.apply("PASSED", colours) + reservations()
                            : Style.RED.apply("FAILED", colours) + ": " + crossed;
        };
    }

    private String reservations() {
        var thresholds = results.verdict().thresholds();
        long warned = thresholds.stream().filter(it -> it.outcome().equals("warned")).count();
        return thresholds.isEmpty()
                ? " (no thresholds were set)"
                : warned == 0 ? "" : " (with " + Units.count(warned, "warning") + ")";
    }

    /** What says no: thresholds, and a reload that cost more requests than it may. */
    private String crossed() {
        var failed = results.reload().filter(it -> !it.passed()).map(it -> it.verdict());
        var keys = crossedThresholds();
        return failed.map(it -> "reload: " + it + (keys.isEmpty() ? "" : "; " + keys)).orElse(keys);
    }

    private String crossedThresholds() {
        var keys =
                results.verdict().thresholds().stream()
                        .filter(it -> !it.passed())
                        .map(it -> Cells.clean(it.selector()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "" : "thresholds on metrics '" + keys + "' have been crossed";
    }
}
