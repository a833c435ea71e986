package io.spate.cli.history;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spate prune}: removes old runs. */
@Command(
        name = "prune",
        description = "Remove old runs from the history; baselines and runs that go on stay.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate prune --keep 100",
            "  spate prune --older-than 90d",
            "  spate prune --keep 20 --older-than 90d     # old ones, but never the newest 20"
        })
public final class PruneCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Option(names = "--keep", paramLabel = "N", description = "The newest N runs stay.")
    private @Nullable Integer keep;

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            description = "Runs that are younger stay: 90d, 12h.")
    private @Nullable Duration age;

    @Mixin private final StoreFlags store = new StoreFlags();

    public PruneCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        if (keep == null && age == null) {
            throw new UsageException("which runs stay? Give --keep N, --older-than TIME, or both");
        }
        if (keep != null && keep < 0) {
            throw new UsageException("--keep must not be negative");
        }
        var newest = keep == null ? OptionalInt.empty() : OptionalInt.of(keep);
        var removed =
                Histories.with(
                        process, store.store(), it -> it.prune(newest, Optional.ofNullable(age)));
        process.out()
                .println(
                        removed.size() == 1
                                ? "Removed 1 run."
                                : "Removed %,d runs.".formatted(removed.size()));
        process.out().flush();
        return ExitCode.PASSED.code();
    }
}
