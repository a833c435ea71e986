package io.spate.cli.history;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.results.ReportFiles;
import io.spate.cli.results.ReportFiles.Format;
import io.spate.metrics.Ticker;
import io.spate.report.csv.StatsCsv;
import io.spate.report.json.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spate archive}: puts reports away under the time. */
@Command(
        name = "archive",
        description = {
            "Put reports into DIR/archive/YYYY-MM-DD_HH-MM-SS/: those that stand in DIR, or, of a run"
                    + " that is named, or where none stand there, those of the run, made anew."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Examples:", "  spate archive", "  spate archive 7kd2 --dir reports"})
public final class ArchiveCommand implements Callable<Integer> {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss", Locale.ROOT);
    private static final List<String> ENDINGS =
            List.of(".html", ".csv", ".json", ".log", ".md", ".xml");
    private static final String LATEST = "latest";

    private final SpateProcess process;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "Its id or the beginning of it, latest, latest~1, a baseline.")
    private @Nullable String run;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "load_test_reports",
            description = "The folder of reports (${DEFAULT-VALUE}).")
    private String dir = "load_test_reports";

    @Mixin private final StoreFlags store = new StoreFlags();

    public ArchiveCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() throws IOException {
        var folder = process.file(dir);
        var reports = run == null ? reports(folder) : List.<Path>of();
        var results = reports.isEmpty() ? Optional.of(results()) : Optional.<Results>empty();
        var archive = archive(folder);
        boolean complete = true;
        for (var report : reports) {
            Files.copy(
                    report,
                    archive.resolve(report.getFileName()),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        if (results.isPresent()) {
            complete = write(results.get(), archive);
        }
        process.out().println("Results archived to: " + process.directory().relativize(archive));
        process.out().flush();
        return (complete ? ExitCode.PASSED : ExitCode.FAILED).code();
    }

    /** What stands in the folder; nothing where there is no such folder. */
    private static List<Path> reports(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> ENDINGS.stream().anyMatch(it.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private Results results() {
        return Histories.with(
                process,
                store.store(),
                it -> StoredResults.of(it, it.find(run == null ? LATEST : run)));
    }

    /** Two within a second do not share a folder. */
    private static Path archive(Path folder) {
        var time = LocalDateTime.ofInstant(Ticker.system().instant(), ZoneId.systemDefault());
        var archive = folder.resolve("archive");
        try {
            Files.createDirectories(archive);
            for (int second = 0; ; second++) {
                var place = archive.resolve(NAME.format(time.plusSeconds(second)));
                if (!Files.exists(place)) {
                    return Files.createDirectory(place);
                }
            }
        } catch (IOException e) {
            throw new UsageException(
                    "cannot make a folder in %s: %s. Name another: --dir DIR"
                            .formatted(archive, ReportFiles.reason(e)),
                    ExitCode.FAILED);
        }
    }

    private boolean write(Results results, Path archive) {
        var files =
                new ReportFiles(process)
                        .add(Format.HTML, Optional.of(archive.resolve("report.html").toString()))
                        .add(Format.JSON, Optional.of(archive.resolve("results.json").toString()))
                        .add(
                                Format.SUMMARY,
                                Optional.of(archive.resolve("summary.json").toString()))
                        .addFolder(Optional.of(archive.toString()));
        files.add("CSV files", archive.resolve("spate"), StatsCsv::write);
        return files.write(results, _ -> {});
    }
}
