package io.spate.cli.history;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.cli.process.UsageException;
import io.spate.report.Summary;
import io.spate.report.json.ResultsJson;
import io.spate.report.text.Style;
import io.spate.report.text.TextTable;
import io.spate.store.Baseline;
import io.spate.store.RunStore;
import io.spate.store.StoredRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spate baseline}: the runs that later ones are measured against. */
@Command(
        name = "baseline",
        description = "Make a run the baseline of its test, and show, list or remove baselines.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  spate baseline set latest",
            "  spate baseline set 7kd2 --name v1.4",
            "  spate baseline set latest --file docs/baselines/baseline.json",
            "  spate baseline list",
            "  spate run shop.yml -t 'http_req_duration=p(95) < baseline * 1.1'"
        })
public final class BaselineCommand implements Runnable {
    private static final int CELL_MAX = 40;

    private final SpateProcess process;

    public BaselineCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public void run() {
        throw new UsageException("what of baselines? set RUN, show, list or remove NAME");
    }

    @Command(
            name = "set",
            description = "Make a run the baseline of its test, in the place of an earlier one.",
            mixinStandardHelpOptions = true)
    int set(
            @Parameters(
                            paramLabel = "RUN",
                            arity = "0..1",
                            defaultValue = "latest",
                            description = "The run (latest).")
                    String reference,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            defaultValue = Baseline.DEFAULT,
                            description = "Another name than baseline, beside which it stands.")
                    String name,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "Write its results there too, such as baseline.json.")
                    @Nullable String file,
            @Mixin StoreFlags store) {
        var said =
                Histories.with(
                        process,
                        store.store(),
                        it -> {
                            var run = it.find(reference);
                            if (!run.hasEnded()) {
                                throw new UsageException(
                                        ("the run %s has not ended, or was killed: a baseline is a"
                                                        + " whole run")
                                                .formatted(run.id()));
                            }
                            var set = it.setBaseline(name, run);
                            write(it, run, file);
                            return words(set);
                        });
        return say(said);
    }

    private static String words(Baseline set) {
        return "The run %s is the baseline%s of '%s' now."
                .formatted(
                        set.run(),
                        set.name().equals(Baseline.DEFAULT) ? "" : " " + set.name(),
                        set.test());
    }

    private void write(RunStore store, StoredRun run, @Nullable String file) {
        if (file == null) {
            return;
        }
        try {
            ResultsJson.write(StoredResults.of(store, run), process.file(file));
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()), ExitCode.FAILED);
        }
    }

    @Command(
            name = "show",
            description = "Show the summary of a baseline.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(
                            paramLabel = "NAME",
                            arity = "0..1",
                            defaultValue = Baseline.DEFAULT,
                            description = "Its name (baseline).")
                    String name,
            @Option(
                            names = "--plan",
                            paramLabel = "TEST",
                            description = "Of the test of this name.")
                    @Nullable String test,
            @Option(names = "--no-color", description = "No colours.") boolean noColor,
            @Mixin StoreFlags store) {
        var terminal = new Terminals(process, noColor).out();
        return say(
                Histories.with(
                        process,
                        store.store(),
                        it -> {
                            var baseline = one(it.baselines(), name, test);
                            var run = it.find(baseline.run());
                            return RunWords.head(run)
                                    + "\n"
                                    + Summary.of(StoredResults.of(it, run), terminal)
                                            .stripTrailing();
                        }));
    }

    private static Baseline one(List<Baseline> all, String name, @Nullable String test) {
        var found =
                all.stream()
                        .filter(it -> it.name().equals(name))
                        .filter(it -> test == null || it.test().equals(test))
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new UsageException(
                found.isEmpty()
                        ? "there is no baseline '%s'%s: spate baseline list shows those there are"
                                .formatted(
                                        name,
                                        Optional.ofNullable(test)
                                                .map(it -> " of '" + it + "'")
                                                .orElse(""))
                        : "several tests have a baseline '%s': say which by --plan TEST: %s"
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                found.stream().map(Baseline::test).toList())));
    }

    @Command(name = "list", description = "List all baselines.", mixinStandardHelpOptions = true)
    int list(@Mixin StoreFlags store) {
        var table =
                new TextTable(
                        CELL_MAX, Style.PLAIN, "BASELINE", "TEST", "RUN", "STARTED", "COMMIT");
        Histories.with(
                process,
                store.store(),
                it -> {
                    for (var baseline : it.baselines()) {
                        var run = it.find(baseline.run());
                        table.row(
                                List.of(
                                        baseline.name(),
                                        baseline.test(),
                                        baseline.run(),
                                        RunWords.time(run.facts().startedAt()),
                                        RunWords.commit(run)));
                    }
                    return true;
                });
        return say(table.text("", false).stripTrailing());
    }

    @Command(
            name = "remove",
            description = "Remove a baseline; the run stays.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(
                            names = "--plan",
                            paramLabel = "TEST",
                            description = "Of the test of this name.")
                    @Nullable String test,
            @Mixin StoreFlags store) {
        var baseline =
                Histories.with(
                        process,
                        store.store(),
                        it -> {
                            var found = one(it.baselines(), name, test);
                            it.removeBaseline(found);
                            return found;
                        });
        return say(
                "'%s' has no baseline%s any more; the run %s stays."
                        .formatted(
                                baseline.test(),
                                baseline.name().equals(Baseline.DEFAULT)
                                        ? ""
                                        : " " + baseline.name(),
                                baseline.run()));
    }

    private int say(String text) {
        process.out().println(text);
        process.out().flush();
        return ExitCode.PASSED.code();
    }
}
