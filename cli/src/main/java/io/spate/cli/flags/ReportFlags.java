package io.spate.cli.flags;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Reports that are made of a finished result, beside the HTML report and results.json. */
public final class ReportFlags {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = {
                "Write a report by the file's ending: .md, .html, .json or .xml (JUnit);",
                "all of them into a folder."
            })
    private @Nullable List<String> outputs;

    @Option(names = "--md", paramLabel = "FILE", description = "Write the report in Markdown.")
    private @Nullable String markdown;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Write thresholds and checks as JUnit's XML.")
    private @Nullable String junit;

    @Option(
            names = "--results-summary",
            paramLabel = "FILE",
            description = "Write RESULTS_SUMMARY.md: each API's success and p95, PASS or FAIL.")
    private @Nullable String resultsSummary;

    @Option(
            names = "--deployment-report",
            paramLabel = "FILE",
            description = "Append the result to this file; none: do not (beside --config's file).")
    private @Nullable String deploymentReport;

    @Option(
            names = "--notify",
            paramLabel = "URL",
            description = "Post the verdict there as JSON at the end (Slack: SLACK_WEBHOOK_URL).")
    private @Nullable List<String> notify;

    @Option(
            names = "--report-url",
            paramLabel = "URL",
            description = "Where the report will be, for the link in messages (the CI job's page).")
    private @Nullable String reportUrl;

    /** Has files of this run be told from those of others: {@code report-3.md}. */
    public void numbered(String label) {
        outputs = outputs().stream().map(it -> Numbered.name(it, label)).toList();
        markdown = Numbered.file(markdown, label);
        junit = Numbered.file(junit, label);
        resultsSummary = Numbered.file(resultsSummary, label);
    }

    /** Whom to tell of the result. */
    public List<String> receivers() {
        return notify == null ? List.of() : notify;
    }

    /** Where more can be read. */
    public Optional<String> reportUrl() {
        return Optional.ofNullable(reportUrl);
    }

    /** Files whose endings say what is to be written. */
    public List<String> outputs() {
        return outputs == null ? List.of() : outputs;
    }

    /** Takes out what is no file but a folder for all reports, as its name has no ending. */
    public Optional<String> takeFolder() {
        var folder = outputs().stream().filter(ReportFlags::isFolder).findFirst();
        outputs = outputs().stream().filter(it -> !isFolder(it)).toList();
        return folder;
    }

    private static boolean isFolder(String name) {
        return name.substring(name.lastIndexOf('/') + 1).lastIndexOf('.') < 1;
    }

    /** Where the report in Markdown goes. */
    public Optional<String> markdown() {
        return Optional.ofNullable(markdown);
    }

    /** Where JUnit's XML goes. */
    public Optional<String> junit() {
        return Optional.ofNullable(junit);
    }

    /** Where the summary for people goes. */
    public Optional<String> resultsSummary() {
        return Optional.ofNullable(resultsSummary);
    }

    /** What the result is appended to. */
    public Optional<String> deploymentReport() {
        return Optional.ofNullable(deploymentReport);
    }
}
