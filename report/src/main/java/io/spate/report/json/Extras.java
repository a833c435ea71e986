package io.spate.report.json;

import io.spate.metrics.reload.ReloadResult;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a run beside its plan and its result.
 *
 * @param nodes how many nodes the target has; empty where nobody said
 * @param scalingBaseline a run with fewer nodes to compare with
 * @param reload what a reload during the run did
 */
public record Extras(
        OptionalInt nodes, Optional<Results> scalingBaseline, Optional<ReloadResult> reload) {
    /** Nothing. */
    public static final Extras NONE =
            new Extras(OptionalInt.empty(), Optional.empty(), Optional.empty());
}
