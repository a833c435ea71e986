package io.spate.report.json;

import io.spate.metrics.reload.ReloadResult;
import io.spate.metrics.result.Delivered;
import io.spate.report.capacity.CapacityReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a run beside its plan and its result.
 *
 * @param nodes how many nodes the target has; empty where nobody said
 * @param scalingBaseline a run with fewer nodes to compare with
 * @param reload what a reload during the run did
 * @param environment what the target is part of, such as {@code staging}; empty where nobody said
 * @param outputs what became of what was sent elsewhere
 * @param capacity what a search for the highest load came to
 */
public record Extras(
        OptionalInt nodes,
        Optional<Results> scalingBaseline,
        Optional<ReloadResult> reload,
        String environment,
        List<Delivered> outputs,
        Optional<CapacityReport> capacity) {
    /** Nothing. */
    public static final Extras NONE =
            new Extras(OptionalInt.empty(), Optional.empty(), Optional.empty());

    public Extras {
        outputs = List.copyOf(outputs);
    }

    /** Without a search. */
    public Extras(
            OptionalInt nodes,
            Optional<Results> scalingBaseline,
            Optional<ReloadResult> reload,
            String environment,
            List<Delivered> outputs) {
        this(nodes, scalingBaseline, reload, environment, outputs, Optional.empty());
    }

    /** Without an environment and outputs. */
    public Extras(
            OptionalInt nodes, Optional<Results> scalingBaseline, Optional<ReloadResult> reload) {
        this(nodes, scalingBaseline, reload, "", List.of());
    }

    /** Of a run in an environment, of which nothing else is known. */
    public static Extras in(String environment) {
        return new Extras(
                OptionalInt.empty(), Optional.empty(), Optional.empty(), environment, List.of());
    }

    /** The same with what was sent elsewhere. */
    public Extras withOutputs(List<Delivered> delivered) {
        return new Extras(nodes, scalingBaseline, reload, environment, delivered, capacity);
    }

    /** The same with what a search came to. */
    public Extras withCapacity(CapacityReport found) {
        return new Extras(nodes, scalingBaseline, reload, environment, outputs, Optional.of(found));
    }
}
