package io.spate.cli.analyze;

import io.spate.analysis.files.Cut;
import io.spate.analysis.files.Figures;
import io.spate.analysis.files.ResultFile;
import io.spate.analysis.files.ResultFiles;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.cli.process.UsageException;
import io.spate.cli.results.Pages;
import io.spate.metrics.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spate analyze}: what result files say of each endpoint. */
@Command(
        name = "analyze",
        description =
                "Show what result files of Spate, k6, Locust and JMeter say of each endpoint.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Read, whatever they are called, also packed by gzip: results.json; k6's --out json,",
            "--out csv and summaries; Locust's _stats.csv, _stats_history.csv, _failures.csv and",
            "--json; JMeter's JTL as CSV and XML (docs/analyze.md).",
            "",
            "Examples:",
            "  spate analyze load_test_stats.csv",
            "  spate analyze samples.json.gz --from 30s --endpoint /login",
            "  spate analyze results.jtl --markdown",
            "",
            "Exit codes: 0 read, 104 a file is missing, damaged or of another kind."
        })
public final class AnalyzeCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Result files.")
    private @Nullable List<String> files;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Leave out what was before, such as a warm-up: 30s after the start.")
    private @Nullable Duration from;

    @Option(names = "--to", paramLabel = "TIME", description = "Leave out what was after.")
    private @Nullable Duration to;

    @Option(
            names = "--endpoint",
            paramLabel = "TEXT",
            description = "Only endpoints with this in their method and name; repeat for more.")
    private @Nullable List<String> endpoints;

    @ArgGroup private @Nullable Form form;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page as well.")
    private @Nullable String html;

    @Option(names = "--no-color", description = "No colours.")
    private boolean noColor;

    /** What is printed, one of them. */
    private static final class Form {
        @Option(names = "--json", description = "Print JSON: an object, of several files a list.")
        private boolean json;

        @Option(
                names = "--csv",
                description = "Print CSV with the columns Name, Requests, Failures, Median, 95%%.")
        private boolean csv;

        @Option(names = "--markdown", description = "Print tables in Markdown.")
        private boolean markdown;

        @Option(names = "--blocks", description = "Print a block of lines for each endpoint.")
        private boolean blocks;
    }

    public AnalyzeCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        var cut = cut();
        var all = new ArrayList<Figures>();
        for (var name : files == null ? List.<String>of() : files) {
            all.add(figures(cut, name));
        }
        if (html != null) {
            Pages.write(process, html, AnalyzeJson.forPage(all));
        }
        process.out().print(text(all));
        process.out().flush();
        return ExitCode.PASSED.code();
    }

    private Cut cut() {
        double begin = from == null ? 0 : from.toNanos() / 1e9;
        double end = to == null ? Double.POSITIVE_INFINITY : to.toNanos() / 1e9;
        if (begin >= end) {
            throw new UsageException("--from must be before --to");
        }
        return new Cut(begin, end, endpoints == null ? List.of() : endpoints);
    }

    private Figures figures(Cut cut, String name) {
        var file = read(name);
        file.origin()
                .notices()
                .forEach(it -> process.err().println("spate: %s: %s".formatted(name, it)));
        try {
            var figures = cut.figures(file);
            if (figures.total().requests().orElse(1) == 0) {
                throw new UsageException(
                        name
                                + ": no request is left to look at. Give another --from, --to or"
                                + " --endpoint.");
            }
            return figures;
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ". Leave out --from and --to.");
        }
    }

    private ResultFile read(String name) {
        try {
            var progress = new ProgressLine(name, process.err(), Ticker.system());
            return ResultFiles.read(process.file(name), name, progress);
        } catch (ResultFileException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private String text(List<Figures> all) {
        if (form == null) {
            return AnalyzeText.tables(all, new Terminals(process, noColor).out());
        }
        if (form.json) {
            return AnalyzeJson.of(all);
        }
        if (form.csv) {
            return AnalyzeCsv.of(all);
        }
        if (form.markdown) {
            return AnalyzeText.markdown(all);
        }
        if (form.blocks) {
            return AnalyzeText.blocks(all);
        }
        return AnalyzeText.tables(all, new Terminals(process, noColor).out());
    }
}
