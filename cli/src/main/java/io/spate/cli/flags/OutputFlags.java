package io.spate.cli.flags;

import io.spate.cli.process.UsageException;
import io.spate.metrics.Tags;
import io.spate.metrics.ThresholdSyntaxException;
import io.spate.metrics.keeping.Tracing;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.TestPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go. */
public final class OutputFlags {
    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the HTML report: one file that works offline.")
    private @Nullable String html;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the whole result as JSON (results.json).")
    private @Nullable String json;

    @Option(
            names = "--summary-export",
            paramLabel = "FILE",
            description = "Write the summary as JSON, as k6 does.")
    private @Nullable String summaryExport;

    @Option(
            names = "--csv",
            paramLabel = "PREFIX",
            description = "Write Locust's four CSV files, each second.")
    private @Nullable String csv;

    @Option(
            names = "--csv-full-history",
            description = "Write each endpoint's history too, not the total's alone.")
    private boolean csvFullHistory;

    @Option(
            names = "--out",
            paramLabel = "TYPE=ARG",
            description = "Send what is measured elsewhere too (docs/outputs.md): json=FILE, ...")
    private @Nullable List<String> out;

    @Option(
            names = "--traceparent",
            description = "Send the header traceparent with each request (docs/tracing.md).")
    private boolean traceparent;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Write progress, warnings and summary to a log file.")
    private @Nullable String log;

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Write all reports: HTML, Markdown, JSON, JUnit, CSV files, run.log.")
    private @Nullable String reportDir;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress; the summary only.")
    private boolean quiet;

    @Option(
            names = "--histogram",
            negatable = true,
            description = "Draw how many requests took how long (for a URL it is drawn anyway).")
    private @Nullable Boolean histogram;

    @Option(names = "--no-color", description = "No colours.")
    private boolean noColor;

    @Option(
            names = {"-t", "--threshold"},
            paramLabel = "METRIC=EXPR",
            description = "Judge by one more: 'http_req_duration=p(95)<500'.")
    private @Nullable List<String> thresholds;

    @Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            description = "A tag on everything measured.")
    private @Nullable Map<String, String> tags;

    /** Where the HTML report goes. */
    public Optional<String> html() {
        return named(html, "report.html");
    }

    /** Where results.json goes. */
    public Optional<String> json() {
        return named(json, "results.json");
    }

    /** Where the summary in k6's form goes. */
    public Optional<String> summaryExport() {
        return named(summaryExport, "summary.json");
    }

    /** What the names of the CSV files begin with. */
    public Optional<String> csvPrefix() {
        return named(csv, "spate");
    }

    /** Where the log goes. */
    public Optional<String> log() {
        return named(log, "run.log");
    }

    /** Where what is measured is sent while the run goes on. */
    public List<String> out() {
        return out == null ? List.of() : List.copyOf(out);
    }

    /** Whether requests carry their places in traces. */
    public Tracing tracing() {
        return traceparent ? Tracing.ofShare(Tracing.SHARE) : Tracing.OFF;
    }

    /** Whether progress is to be left out. */
    public boolean quiet() {
        return quiet;
    }

    /** Whether a histogram is to be drawn. */
    public boolean histogram(boolean otherwise) {
        return histogram == null ? otherwise : histogram;
    }

    /** Whether colours are to be left out. */
    public boolean noColor() {
        return noColor;
    }

    /** Whether the CSV files have each endpoint's history. */
    public boolean csvFullHistory() {
        return csvFullHistory;
    }

    /** These with an HTML report, unless they say where. */
    public OutputFlags withHtml(String file) {
        if (html().isEmpty()) {
            html = file;
        }
        return this;
    }

    /** Has files of this run be told from those of others: {@code report-3.html}. */
    public void numbered(String label) {
        html = Numbered.file(html, label);
        json = Numbered.file(json, label);
        summaryExport = Numbered.file(summaryExport, label);
        csv = csv == null ? null : csv + "-" + label;
        log = Numbered.file(log, label);
        reportDir = reportDir == null ? null : reportDir + "/run-" + label;
        out = out().stream().map(it -> Numbered.output(it, label)).toList();
    }

    /** Has all reports go to a folder, unless a flag names another. */
    public void into(String folder) {
        reportDir = reportDir == null ? folder : reportDir;
    }

    /** The folder that all reports go to. */
    public Optional<String> reportDir() {
        return Optional.ofNullable(reportDir);
    }

    private Optional<String> named(@Nullable String name, String inReportDir) {
        if (name != null) {
            return Optional.of(name);
        }
        return Optional.ofNullable(reportDir).map(dir -> dir + "/" + inReportDir);
    }

    /** The plan with the thresholds and tags that flags add. */
    public TestPlan over(TestPlan plan) {
        var all = new ArrayList<>(plan.thresholds());
        for (var text : thresholds == null ? List.<String>of() : thresholds) {
            all.add(threshold(text));
        }
        var added = new Tags(tags == null ? Map.of() : tags);
        return plan.withThresholds(all).withTags(plan.tags().with(added));
    }

    /** The first equals sign behind the selector parts them; a selector's tags may hold others. */
    private static Threshold threshold(String text) {
        int equals = text.indexOf('=', Math.max(0, text.indexOf('}')));
        if (equals < 1) {
            throw new UsageException(
                    "--threshold '%s' is not METRIC=CONDITION, such as 'http_req_duration=p(95)<500'"
                            .formatted(text));
        }
        try {
            return Threshold.parse(text.substring(0, equals), text.substring(equals + 1));
        } catch (ThresholdSyntaxException e) {
            throw new UsageException("--threshold '%s': %s".formatted(text, e.getMessage()));
        }
    }
}
