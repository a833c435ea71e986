package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_LAG;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_STALL;
import static io.spate.metrics.BuiltinMetrics.ITERATION_LATENESS;

import io.spate.metrics.Histogram;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import java.util.Optional;

/**
 * The first seconds of a run, in which the JVM loads and compiles what it runs. What happens then
 * says nothing about how the generator bears the load, so other rules leave these seconds out; but
 * it is in the results, and where it reaches their p99, that is told.
 */
final class ColdStartRule implements Rule {
    /** How long a start takes at most. */
    static final long COLD_NANOS = 3_000_000_000L;

    static final long LATE_NANOS = 10_000_000;

    private Histogram lateness = Histogram.EMPTY;
    private Histogram lag = Histogram.EMPTY;
    private long stalledNanos;

    /** Whether a second belongs to the start of its run. */
    static boolean isCold(Second second) {
        return second.startNanos() < COLD_NANOS;
    }

    @Override
    public void see(Second second) {
        lateness = lateness.merge(second.values(ITERATION_LATENESS));
        lag = lag.merge(second.values(GENERATOR_LOOP_LAG));
        stalledNanos = Math.max(stalledNanos, second.values(GENERATOR_STALL).max());
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        boolean open = lateness.count() > 0;
        long worst = Math.max(open ? lateness.max() : lag.max(), stalledNanos);
        boolean inP99 =
                worst > LATE_NANOS
                        && result.total()
                                        .histogram(open ? ITERATION_LATENESS : GENERATOR_LOOP_LAG)
                                        .percentile(99)
                                > LATE_NANOS;
        if (!inP99) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Severity.NOTE,
                        "cold_start",
                        "In its first %d s the generator was up to %s late, as it was still starting."
                                .formatted(COLD_NANOS / 1_000_000_000, Words.time(worst)),
                        "The maximum and the p99 contain that. Keep the start out of the results"
                                + " (--warmup 5s), or run for longer.",
                        0));
    }
}
