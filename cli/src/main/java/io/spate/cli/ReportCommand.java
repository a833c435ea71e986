package io.spate.cli;

import io.spate.cli.flags.ReportFlags;
import io.spate.cli.history.Histories;
import io.spate.cli.history.StoreFlags;
import io.spate.cli.history.StoredResults;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.cli.process.UsageException;
import io.spate.cli.results.ReportFiles;
import io.spate.cli.results.ReportFiles.Format;
import io.spate.report.Summary;
import io.spate.report.csv.StatsCsv;
import io.spate.report.json.Results;
import io.spate.report.json.ResultsJson;
import io.spate.report.markdown.DeploymentReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spate report}: makes reports of a finished run's results.json. */
@Command(
        name = "report",
        description = "Make reports of a finished run; without flags, its summary.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate report results.json",
            "  spate report results.json --html report.html --junit junit.xml",
            "  spate report results.json --csv tables/shop",
            "  spate report latest --html report.html",
            "",
            "Exit codes: 0 written, 104 no result document, 1 a file could not be written."
        })
final class ReportCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(paramLabel = "FILE|RUN", description = "What --json wrote, or a run: latest.")
    private @Nullable String source;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the HTML report.")
    private @Nullable String html;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the document anew.")
    private @Nullable String json;

    @Option(
            names = "--summary-export",
            paramLabel = "FILE",
            description = "Write the summary as JSON, as k6 does.")
    private @Nullable String summaryExport;

    @Option(
            names = "--csv",
            paramLabel = "PREFIX",
            description = "Write Locust's CSV files, as far as the document holds what is in them.")
    private @Nullable String csv;

    @Option(names = "--no-color", description = "No colours.")
    private boolean noColor;

    @Mixin private final StoreFlags store = new StoreFlags();
    @Mixin private final ReportFlags reports = new ReportFlags();

    ReportCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        var files =
                new ReportFiles(process)
                        .add(Format.HTML, Optional.ofNullable(html))
                        .add(Format.JSON, Optional.ofNullable(json))
                        .add(Format.SUMMARY, Optional.ofNullable(summaryExport))
                        .add(reports);
        Optional.ofNullable(csv)
                .map(process::file)
                .ifPresent(it -> files.add("CSV files", it, StatsCsv::write));
        reports.deploymentReport()
                .map(process::file)
                .ifPresent(it -> files.add("deployment report", it, DeploymentReport::append));
        var results = read();
        if (files.isEmpty()) {
            var terminal = new Terminals(process, noColor).out();
            process.out().print(Summary.of(results, terminal));
            process.out().flush();
            return ExitCode.PASSED.code();
        }
        var complete = files.write(results, process.err()::println);
        return (complete ? ExitCode.PASSED : ExitCode.FAILED).code();
    }

    private Results read() {
        var named = String.valueOf(source);
        if (!Files.exists(process.file(named)) && !named.matches(".*[/\\\\].*|.*\\.json")) {
            return Histories.with(
                    process, store.store(), it -> StoredResults.of(it, it.find(named)));
        }
        try {
            return ResultsJson.read(process.file(named));
        } catch (IOException e) {
            throw new UsageException(
                    e.getMessage() + ". Give a file that spate run --json has written.");
        }
    }
}
