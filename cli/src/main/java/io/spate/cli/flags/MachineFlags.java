package io.spate.cli.flags;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.engine.RunOptions;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Ticker;
import io.spate.net.NetOptions;
import io.spate.net.route.Route;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How this machine is used. */
public final class MachineFlags {
    private static final int WORKERS_MAX = 1_024;

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

    @Option(
            names = "--strict",
            description = "Exit with 111 where the generator's own limits make the run invalid.")
    private boolean strict;

    @Mixin private final TlsFlags tls = new TlsFlags();
    @Mixin private final NetworkFlags network = new NetworkFlags();

    /** With connections to allowed targets only, by the way that flags and variables say. */
    public RunOptions runOptions(SpateProcess process, NetOptions.Gate gate) {
        return runOptions(process, gate, network.over(Route.DIRECT, process.env()));
    }

    /** How many event loops there are. */
    public int workers() {
        var count = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        if (count < 1 || count > WORKERS_MAX) {
            throw new UsageException(
                    "--workers must be 1 to %d, not %d".formatted(WORKERS_MAX, count));
        }
        return count;
    }

    /** With connections to allowed targets only. */
    public RunOptions runOptions(SpateProcess process, NetOptions.Gate gate, Route route) {
        return new RunOptions(
                workers(),
                NetOptions.DEFAULT
                        .withTransport(transport)
                        .withGate(gate)
                        .withRoute(route)
                        .withTls(tls.settings(process)),
                SeriesRegistry.LIMIT,
                Ticker.system());
    }

    /** Which way connections take. */
    public NetworkFlags network() {
        return network;
    }

    /** Whether a run that the generator made invalid is a failure. */
    public boolean strict() {
        return strict;
    }

    /** Whether to look first whether anything listens at the target. */
    public boolean preflight() {
        return !noPreflight;
    }
}
