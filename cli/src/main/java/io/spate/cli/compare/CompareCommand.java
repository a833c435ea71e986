package io.spate.cli.compare;

import io.spate.analysis.compare.ComparisonOptions;
import io.spate.cli.history.Histories;
import io.spate.cli.history.StoreFlags;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.cli.process.UsageException;
import io.spate.cli.results.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spate compare}: says whether runs differ, by more than chance. */
@Command(
        name = "compare",
        description = "Say whether runs differ, by more than chance explains.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A run is one of the history (its id or the beginning, latest, latest~1, a baseline) or a"
                    + " result file.",
            "",
            "Examples:",
            "  spate compare baseline latest",
            "  spate compare --a r1,r2,r3 --b r4,r5,r6 --min-effect 3%",
            "  spate compare baseline.json results.json",
            "",
            "Exit codes: 0 not worse, or not decided, 99 regressed, 104 no such run or file."
        })
public final class CompareCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description = "The run to compare with, then those to compare.")
    private @Nullable List<String> runs;

    @Option(
            names = "--a",
            paramLabel = "RUN",
            split = ",",
            description = "Several runs to compare with.")
    private @Nullable List<String> a;

    @Option(names = "--b", paramLabel = "RUN", split = ",", description = "Several to compare.")
    private @Nullable List<String> b;

    @Option(
            names = "--min-effect",
            paramLabel = "SHARE",
            defaultValue = "5%",
            description = "The least change that counts. Default: 5%.")
    private String minEffect = "5%";

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT",
            defaultValue = "regressed",
            description =
                    "Exit with 99 on regressed (the default), inconclusive (and on regressed), or"
                            + " never.")
    private FailOn failOn = FailOn.REGRESSED;

    @Option(names = "--json", paramLabel = "FILE", description = "Write it as JSON; - prints it.")
    private @Nullable String json;

    @Option(
            names = {"--markdown", "--md"},
            paramLabel = "FILE",
            description = "Write it in Markdown; - prints it.")
    private @Nullable String markdown;

    @Option(names = "--html", paramLabel = "FILE", description = "Write it as a page.")
    private @Nullable String html;

    @Mixin private final StoreFlags history = new StoreFlags();

    @Option(names = "--seed", paramLabel = "N", description = "Where chance starts. Default: 1.")
    private long seed = 1;

    @Option(names = "--no-color", description = "No colours.")
    private boolean noColor;

    /** A command of a process. */
    public CompareCommand(SpateProcess process) {
        this.process = process;
    }

    /** On what the command fails. */
    enum FailOn {
        REGRESSED,
        INCONCLUSIVE,
        NEVER
    }

    @Override
    public Integer call() {
        var options =
                ComparisonOptions.DEFAULT.withMinEffect(Shares.parse(minEffect)).withSeed(seed);
        List<Compared> found;
        try (var sources = new RunSources(process, Histories.place(process, history.store()))) {
            found = compared(sources, options);
        }
        if (html != null) {
            Pages.write(process, html, CompareJson.forPage(found));
        }
        boolean printed = write(json, CompareJson.text(found));
        printed |= write(markdown, CompareText.markdown(found));
        if (!printed) {
            boolean colours = new Terminals(process, noColor).out().colours();
            process.out().print(CompareText.console(found, colours));
        }
        process.out().flush();
        boolean failed = found.stream().anyMatch(it -> it.fails(failOn));
        return (failed ? ExitCode.THRESHOLDS_CROSSED : ExitCode.PASSED).code();
    }

    private List<Compared> compared(RunSources sources, ComparisonOptions options) {
        var names = runs == null ? List.<String>of() : runs;
        boolean sides = a != null && b != null;
        if ((a == null) != (b == null) || sides != names.isEmpty() || names.size() == 1) {
            throw new UsageException(
                    "name the run to compare with and one or more to compare: spate compare A B; or"
                            + " several on each side: spate compare --a R1,R2 --b R3,R4");
        }
        if (a != null && b != null) {
            return List.of(Compared.of(sources.all(a), sources.all(b), sources, options));
        }
        var first = sources.all(names.subList(0, 1));
        List<Compared> found = new ArrayList<>();
        for (String name : names.subList(1, names.size())) {
            found.add(Compared.of(first, sources.all(List.of(name)), sources, options));
        }
        return found;
    }

    /** Writes to a file, or prints where that is {@code -}; whether it was printed. */
    private boolean write(@Nullable String file, String text) {
        if (file == null) {
            return false;
        }
        if (file.equals("-")) {
            process.out().print(text);
            return true;
        }
        try {
            Files.writeString(process.file(file), text);
            return false;
        } catch (IOException e) {
            throw new UsageException(
                    "cannot write to %s: %s".formatted(file, e.getMessage()), ExitCode.FAILED);
        }
    }
}
