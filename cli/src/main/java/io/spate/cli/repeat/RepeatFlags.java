package io.spate.cli.repeat;

import io.spate.cli.process.UsageException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often something is run, and in which order. */
public final class RepeatFlags {
    private static final int TIMES_MAX = 1_000;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Run N times, and tell how much the runs differ (docs/repeat.md).")
    private @Nullable Integer times;

    @Option(
            names = "--repeat-pause",
            paramLabel = "TIME",
            description = "Wait between two runs, so that the target comes to rest (0s).")
    private Duration pause = Duration.ZERO;

    @Option(
            names = "--repeat-seed",
            paramLabel = "N",
            description = "What the order of the runs of spate ab follows from (the time of day).")
    private @Nullable Long seed;

    @Option(
            names = "--repeat-report",
            paramLabel = "FILE",
            description = "Write what the runs came to, and how much they differ, as JSON.")
    private @Nullable String report;

    /** How often; the given number where nobody says. */
    public int times(int otherwise) {
        int count = times == null ? otherwise : times;
        if (count < 1 || count > TIMES_MAX) {
            throw new UsageException(
                    "--repeat must be 1 to %,d, not %d".formatted(TIMES_MAX, count));
        }
        if (pause.isNegative()) {
            throw new UsageException("--repeat-pause must not be negative");
        }
        return count;
    }

    Duration pause() {
        return pause;
    }

    /** What the order follows from; told, so that it can be had again. */
    long seed(long otherwise) {
        return seed == null ? otherwise : seed;
    }

    Optional<String> report() {
        return Optional.ofNullable(report);
    }
}
