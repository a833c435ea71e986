package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.GENERATOR_GC_PAUSE;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_LAG;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_STALL;

import io.spate.metrics.Histogram;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import java.util.Optional;

/**
 * Loops that come late to what waits for them: a script computes or blocks, or there is too much to
 * do. Seconds in which the whole process stood still are left to the rules for that.
 */
final class LoopLagRule implements Rule {
    static final long LATE_NANOS = 10_000_000;
    static final long TOO_LATE_NANOS = 100_000_000;

    private final Spell late = new Spell();
    private Histogram lag = Histogram.EMPTY;

    @Override
    public void see(Second second) {
        Histogram values = second.values(GENERATOR_LOOP_LAG);
        long stopped =
                second.values(GENERATOR_STALL).max() + second.values(GENERATOR_GC_PAUSE).max();
        boolean explained = 2 * stopped >= values.max();
        if (!explained) {
            lag = lag.merge(values);
        }
        late.see(second, !explained && values.percentile(99) > LATE_NANOS);
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        long p99 = lag.percentile(99);
        if (!late.lasted() && (p99 <= LATE_NANOS || !late.occurred())) {
            return Optional.empty();
        }
        boolean invalid = facts.paced() && p99 > TOO_LATE_NANOS;
        return Optional.of(
                new Finding(
                        invalid ? Severity.INVALID : Severity.WARNING,
                        "loop_lag",
                        "What was due on an event loop waited up to %s for it (p99 %s, p99 above %s for %s)."
                                .formatted(
                                        Words.time(lag.max()),
                                        Words.time(p99),
                                        Words.time(LATE_NANOS),
                                        Words.of(late)),
                        "Response times contain this waiting, and pauses last longer than asked for."
                                + " Keep long computations and blocking calls out of the script, or"
                                + " use more --workers, more machines, or fewer users.",
                        late.sinceNanos()));
    }
}
