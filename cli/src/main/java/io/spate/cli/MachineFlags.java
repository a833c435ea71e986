package io.spate.cli;

import io.spate.engine.RunOptions;
import io.spate.metrics.Ticker;
import io.spate.net.NetOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How this machine is used. */
final class MachineFlags {
    private static final int SERIES_LIMIT = 50_000;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Event loops, each on a core (one per processor).")
    private @Nullable Integer workers;

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "How sockets are reached: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private NetOptions.Transport transport = NetOptions.Transport.AUTO;

    @Option(
            names = "--no-preflight",
            description = "Start even where nothing listens at the target.")
    private boolean noPreflight;

    RunOptions runOptions() {
        var count = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        if (count < 1) {
            throw new UsageException("--workers must be at least 1, not " + count);
        }
        return new RunOptions(count, new NetOptions(transport), SERIES_LIMIT, Ticker.system());
    }

    boolean preflight() {
        return !noPreflight;
    }
}
