package io.spate.cli;

import io.spate.cli.flags.OutputFlags;
import io.spate.cli.history.RunKeeper;
import io.spate.cli.outputs.AskedOutputs;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.results.ReportFiles;
import io.spate.cli.results.ReportFiles.Format;
import io.spate.metrics.Snapshot;
import io.spate.metrics.SystemTags;
import io.spate.metrics.Ticker;
import io.spate.metrics.reload.ReloadResult;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.output.csv.LocustCsv;
import io.spate.output.registry.RunOutputSet;
import io.spate.plan.TestPlan;
import io.spate.report.LiveConsole;
import io.spate.report.Summary;
import io.spate.report.Terminal;
import io.spate.report.json.Extras;
import io.spate.report.json.Results;
import io.spate.report.markdown.DeploymentReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The outputs of one run. What cannot be opened is told before the run; what fails later is told
 * once and does not touch the run.
 */
final class RunOutputs implements AutoCloseable {
    private final TestPlan plan;
    private final LiveConsole console;
    private final Beside beside;
    private final Supplier<Optional<ReloadResult>> reloaded;
    private final RunOutputSet elsewhere;
    private final List<Output> outputs = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final ReportFiles reports;
    private Optional<RunKeeper> keeper = Optional.empty();
    private final List<PrintStream> streams = new ArrayList<>();

    /**
     * The outputs that flags ask for.
     *
     * @param reloaded what a reload of the target did, once the run has ended
     * @param elsewhere where what is measured is sent, opened here
     */
    RunOutputs(
            SpateProcess process,
            OutputFlags flags,
            TestPlan plan,
            LiveConsole console,
            Beside beside,
            Supplier<Optional<ReloadResult>> reloaded,
            RunOutputSet elsewhere) {
        this.plan = plan;
        this.console = console;
        this.beside = beside;
        this.reloaded = reloaded;
        this.elsewhere = elsewhere;
        if (!flags.quiet()) {
            outputs.add(console);
        }
        flags.log().map(process::file).ifPresent(this::openLog);
        flags.csvPrefix().map(process::file).ifPresent(it -> openCsv(it, flags.csvFullHistory()));
        reports =
                new ReportFiles(process)
                        .add(Format.HTML, flags.html())
                        .add(Format.JSON, flags.json())
                        .add(Format.SUMMARY, flags.summaryExport())
                        .add(beside.reports())
                        .addFolder(flags.reportDir());
        beside.settings()
                .deploymentReport(process, beside.reports().deploymentReport())
                .ifPresent(it -> reports.add("deployment report", it, DeploymentReport::append));
        names.addAll(reports.names());
        AskedOutputs.open(
                elsewhere, process, plan, SystemTags.SHOWN, Ticker.system(), console::message);
        outputs.add(elsewhere);
        names.addAll(elsewhere.shown());
    }

    List<Output> all() {
        return outputs;
    }

    /** What there is beside the console, for people to read. */
    List<String> names() {
        return names;
    }

    private void openCsv(Path prefix, boolean fullHistory) {
        ReportFiles.makeFolderOf(prefix);
        try {
            outputs.add(
                    new LocustCsv(
                            prefix, Ticker.system().instant(), fullHistory, console::message));
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        names.add("CSV (%s_stats.csv and others)".formatted(prefix));
    }

    private void openLog(Path file) {
        ReportFiles.makeFolderOf(file);
        try {
            var stream = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
            streams.add(stream);
            var log = new LiveConsole(plan, stream, () -> Terminal.PLAIN);
            outputs.add(log);
            outputs.add(new SummaryToLog(stream));
            names.add("log (%s)".formatted(file));
        } catch (IOException e) {
            throw new UsageException(
                    "cannot write the log to %s: %s. Choose another place."
                            .formatted(file, ReportFiles.reason(e)));
        }
    }

    /** Adds one that is to take everything before the others. */
    void addFirst(Output output) {
        outputs.addFirst(output);
    }

    /** Keeps the run in the history, where it is to be kept; the source is as the user named it. */
    void keep(SpateProcess process, String source) {
        var environment = beside.settings().environment().value();
        var start = new RunKeeper.Start(plan, source, environment, Spate.version());
        keeper = RunKeeper.begin(process, beside.history(), start, console::message);
        keeper.ifPresent(outputs::add);
    }

    /** The id by which the history has the run; nothing where it is not kept. */
    Optional<String> keptAs() {
        return keeper.map(RunKeeper::id);
    }

    /** The document of the run, which all reports are made of. */
    Results results(RunResult result) {
        var extras =
                new Extras(
                        beside.nodes(),
                        beside.scalingBaseline(),
                        reloaded.get(),
                        beside.settings().environment().value(),
                        elsewhere.delivered());
        return Results.of(plan, result, Spate.version(), extras);
    }

    /** The summary of the run, as it is shown on a terminal. */
    String summary(Results results, Terminal terminal) {
        return Summary.of(results, terminal, beside.histogram());
    }

    /** Writes the reports; tells of each where it is, or why it is not. */
    boolean writeReports(Results results, RunResult result) {
        var complete = reports.write(results, console::message);
        for (var log : streams) {
            if (log.checkError()) {
                complete = false;
                console.message("spate: the log is incomplete: its disk is full, or gone.");
            }
        }
        keeper.ifPresent(it -> it.end(results, result));
        return complete;
    }

    @Override
    public void close() {
        streams.forEach(PrintStream::close);
    }

    private final class SummaryToLog implements Output {
        private final PrintStream log;

        SummaryToLog(PrintStream log) {
            this.log = log;
        }

        @Override
        public void accept(Snapshot second) {}

        @Override
        public void finish(RunResult result) {
            log.print(summary(results(result), Terminal.PLAIN));
        }
    }
}
