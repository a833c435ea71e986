package io.spate.metrics.result;

import io.spate.metrics.Snapshot;
import io.spate.metrics.threshold.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a finished run came to. Immutable; every report and result file is a function of it and
 * the plan.
 *
 * @param startedAt when the run started
 * @param elapsed how long it took
 * @param ending why it ended
 * @param total everything measured, by series
 * @param timeline what was measured over time, as {@link Timeline} keeps it, in equal intervals of
 *     at least a second since the run's start; at most {@link Timeline#LIMIT} of them
 * @param verdict the judgement by the plan's thresholds
 * @param setup what was measured before the first scenario; not part of the total
 * @param warmUp what was measured while the run warmed up; not part of the total, but on the
 *     timeline: its intervals before the {@code endNanos} of this snapshot
 * @param levels what each level of load came to, of those that were reached
 * @param failures the kinds of failed requests, the most frequent first
 * @param generator what the generator found when it watched itself
 */
public record RunResult(
        Instant startedAt,
        Duration elapsed,
        Ending ending,
        Snapshot total,
        List<Snapshot> timeline,
        Verdict verdict,
        Optional<Snapshot> setup,
        Optional<Snapshot> warmUp,
        List<LevelResult> levels,
        List<FailureHistory> failures,
        GeneratorHealth generator) {

    /** A run without setup, warm-up, levels and failures, on a generator in good health. */
    public RunResult(
            Instant startedAt,
            Duration elapsed,
            Ending ending,
            Snapshot total,
            List<Snapshot> timeline,
            Verdict verdict) {
        this(
                startedAt,
                elapsed,
                ending,
                total,
                timeline,
                verdict,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                GeneratorHealth.GOOD);
    }

    public RunResult {
        timeline = List.copyOf(timeline);
        levels = List.copyOf(levels);
        failures = List.copyOf(failures);
    }

    /** The same with what the generator found when it watched itself. */
    public RunResult with(GeneratorHealth health) {
        return new RunResult(
                startedAt, elapsed, ending, total, timeline, verdict, setup, warmUp, levels,
                failures, health);
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
