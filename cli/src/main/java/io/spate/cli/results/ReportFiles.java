package io.spate.cli.results;

import io.spate.cli.flags.ReportFlags;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.report.SummaryExport;
import io.spate.report.ci.JunitXml;
import io.spate.report.html.HtmlReport;
import io.spate.report.json.Results;
import io.spate.report.json.ResultsJson;
import io.spate.report.json.WholeFile;
import io.spate.report.markdown.MarkdownReport;
import io.spate.report.markdown.ResultsSummary;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files that are made of a finished result. What cannot be a file is told when it is asked for;
 * what fails later is told then, and costs no other file.
 */
public final class ReportFiles {
    private static final Map<String, Format> BY_ENDING =
            Map.of(
                    ".md", Format.MARKDOWN,
                    ".markdown", Format.MARKDOWN,
                    ".html", Format.HTML,
                    ".htm", Format.HTML,
                    ".json", Format.JSON,
                    ".xml", Format.JUNIT);

    private final SpateProcess process;
    private final List<ReportFile> files = new ArrayList<>();

    public ReportFiles(SpateProcess process) {
        this.process = process;
    }

    /** What a file may hold. */
    public enum Format {
        HTML("HTML report"),
        JSON("results"),
        SUMMARY("summary"),
        MARKDOWN("Markdown report"),
        JUNIT("JUnit report"),
        RESULTS_SUMMARY("results summary");

        private final String words;

        Format(String words) {
            this.words = words;
        }

        private void write(Results results, Path file) throws IOException {
            switch (this) {
                case HTML -> HtmlReport.write(results, file);
                case JSON -> ResultsJson.write(results, file);
                case SUMMARY ->
                        WholeFile.write(file, out -> out.write(SummaryExport.json(results)));
                case MARKDOWN -> MarkdownReport.write(results, file);
                case JUNIT -> JunitXml.write(results, file);
                case RESULTS_SUMMARY -> ResultsSummary.write(results, file);
            }
        }
    }

    /** Writes a result to a file. */
    @FunctionalInterface
    public interface Writer {
        /** Writes it; the message of what it throws names the file. */
        void write(Results results, Path file) throws IOException;
    }

    private record ReportFile(String what, Path file, Writer writer) {}

    /** Asks for what flags name. */
    public ReportFiles add(ReportFlags flags) {
        flags.outputs().forEach(it -> add(byEnding(it), Optional.of(it)));
        add(Format.MARKDOWN, flags.markdown());
        add(Format.JUNIT, flags.junit());
        add(Format.RESULTS_SUMMARY, flags.resultsSummary());
        return this;
    }

    /** Asks for what a folder of reports holds beside the HTML report and the documents. */
    public ReportFiles addFolder(Optional<String> folder) {
        add(Format.MARKDOWN, folder.map(it -> it + "/report.md"));
        add(Format.JUNIT, folder.map(it -> it + "/junit.xml"));
        return add(Format.RESULTS_SUMMARY, folder.map(it -> it + "/RESULTS_SUMMARY.md"));
    }

    private static Format byEnding(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return BY_ENDING.entrySet().stream()
                .filter(it -> lower.endsWith(it.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "--output %s: the file's ending says what to write: .md,"
                                                        .formatted(name)
                                                + " .html, .json or .xml (JUnit). --report-dir"
                                                + " writes a whole folder."));
    }

    /** Asks for a file; makes its folder. */
    public ReportFiles add(Format format, Optional<String> file) {
        file.map(process::file).ifPresent(it -> add(format.words, it, format::write));
        return this;
    }

    /** Asks for a file of another kind; makes its folder. */
    public void add(String what, Path file, Writer writer) {
        makeFolderOf(file);
        if (Files.isDirectory(file)) {
            throw new UsageException(
                    "cannot write the %s to %s: it is a folder".formatted(what, file));
        }
        files.add(new ReportFile(what, file, writer));
    }

    /** Whether nothing was asked for. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** What there will be, for people to read. */
    public List<String> names() {
        return files.stream().map(it -> "%s (%s)".formatted(it.what, it.file)).toList();
    }

    /** Writes all; tells of each where it is, or why it is not, and whether all are there. */
    public boolean write(Results results, Consumer<String> tell) {
        var complete = true;
        for (var file : files) {
            try {
                file.writer.write(results, file.file);
                tell.accept("Wrote the %s to %s".formatted(file.what, file.file));
            } catch (IOException e) {
                complete = false;
                tell.accept(
                        "spate: the %s is missing: %s. Free some space or choose another place."
                                .formatted(file.what, e.getMessage()));
            }
        }
        return complete;
    }

    /** Makes the folder that a file is to stand in. */
    public static void makeFolderOf(Path file) {
        var folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UsageException(
                    "cannot make the folder %s: %s. Choose another place."
                            .formatted(folder, reason(e)));
        }
    }

    /** The message of many exceptions of files is nothing but the path. */
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException it -> it.getFile() + " is a file";
            case FileSystemException it when it.getReason() != null -> it.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
