package io.spate.cli.flags;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.http.watch.NodeSource;
import io.spate.http.watch.ResponseWatch;
import io.spate.report.json.Results;
import io.spate.report.json.ResultsJson;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The nodes behind the target. */
public final class NodeFlags {
    private static final int NODES_MAX = 256;

    @Option(
            names = "--node-by",
            paramLabel = "SOURCE",
            description = "Tell which node answered: header:X-Served-By, json:$.node or address.")
    private @Nullable String nodeBy;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "How many nodes there are, so that a missing one is told.")
    private @Nullable Integer nodes;

    @Option(
            names = "--scaling-baseline",
            paramLabel = "FILE",
            description = "Compare with a run of fewer nodes, as --json wrote it.")
    private @Nullable String scalingBaseline;

    /** What is looked at in each response. */
    public ResponseWatch watch() {
        if (nodeBy == null) {
            return ResponseWatch.NONE;
        }
        try {
            return ResponseWatch.NONE.withNodes(NodeSource.parse(nodeBy));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--node-by: " + e.getMessage());
        }
    }

    /** How many nodes there are, where that is said. */
    public OptionalInt nodes() {
        if (nodes == null) {
            return OptionalInt.empty();
        }
        if (nodes < 1 || nodes > NODES_MAX) {
            throw new UsageException("--nodes must be 1 to %d, not %d".formatted(NODES_MAX, nodes));
        }
        return OptionalInt.of(nodes);
    }

    /** The run to compare with, read before the run begins. */
    public Optional<Results> scalingBaseline(SpateProcess process) {
        if (scalingBaseline == null) {
            return Optional.empty();
        }
        if (nodes == null && nodeBy == null) {
            throw new UsageException(
                    "--scaling-baseline needs the number of nodes: give --nodes N, or --node-by to"
                            + " count them");
        }
        try {
            var results = ResultsJson.read(process.file(scalingBaseline));
            if (results.totals().requests() == 0) {
                throw new UsageException(
                        "--scaling-baseline: the run in %s made no requests"
                                .formatted(scalingBaseline));
            }
            return Optional.of(results);
        } catch (IOException e) {
            throw new UsageException(
                    "--scaling-baseline: %s. Give a file that spate run --json has written."
                            .formatted(e.getMessage()));
        }
    }
}
