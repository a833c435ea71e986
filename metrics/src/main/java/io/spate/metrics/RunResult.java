package io.spate.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All that a finished run came to. Immutable; every report and result file is a function of it and
 * the plan.
 *
 * @param startedAt when the run started
 * @param elapsed how long it took
 * @param ending why it ended
 * @param total everything measured, by series
 * @param timeline what was measured over time, one merged series per metric, in equal intervals of
 *     at least a second; at most {@link Timeline#LIMIT} of them
 * @param verdict the judgement by the plan's thresholds
 */
public record RunResult(
        Instant startedAt,
        Duration elapsed,
        Ending ending,
        Snapshot total,
        List<Snapshot> timeline,
        Verdict verdict) {

    public RunResult {
        timeline = List.copyOf(timeline);
    }

    /** Why a run ended. */
    public enum Ending {
        /** Its workload was done. */
        COMPLETED,
        /** It was told to stop. */
        INTERRUPTED,
        /** A threshold with abortOnFail was crossed. */
        THRESHOLD_ABORT,
        /** The script could not go on. */
        SCRIPT_ERROR
    }
}
