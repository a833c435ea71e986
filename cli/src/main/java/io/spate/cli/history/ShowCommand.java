package io.spate.cli.history;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.report.Summary;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spate show}: the summary of a run that was kept. */
@Command(
        name = "show",
        description = "Show the summary of a run that was kept.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate show",
            "  spate show latest~1",
            "  spate show 7kd2 --note 'with the new index'"
        })
public final class ShowCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "latest",
            description = "Its id or the beginning of it, latest, latest~1, a baseline (latest).")
    private String run = "latest";

    @Option(names = "--note", paramLabel = "TEXT", description = "Note this about the run.")
    private @Nullable String note;

    @Option(names = "--no-color", description = "No colours.")
    private boolean noColor;

    @Mixin private final StoreFlags store = new StoreFlags();

    public ShowCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        var terminal = new Terminals(process, noColor).out();
        var text =
                Histories.with(
                        process,
                        store.store(),
                        it -> {
                            var found = it.find(run);
                            if (note != null) {
                                it.note(found, note);
                                found = it.find(found.id());
                            }
                            var notes = found.notes();
                            return RunWords.head(found)
                                    + (notes.isEmpty() ? "" : "\nNote: " + notes)
                                    + "\n"
                                    + Summary.of(StoredResults.of(it, found), terminal);
                        });
        process.out().print(text);
        process.out().flush();
        return ExitCode.PASSED.code();
    }
}
