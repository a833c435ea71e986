package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.GENERATOR_STALL;

import io.spate.metrics.Histogram;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import java.util.Optional;

/**
 * Times in which the whole process stood still. What was under way then looks slow. Where that is
 * more than a hundredth of the run, the p99 is about the generator; half a second is the least, so
 * that one hiccup does not spoil a short run.
 */
final class StallRule implements Rule {
    static final long LONG_NANOS = 100_000_000;
    static final double SHARE_MAX = 0.01;
    static final long TOO_LONG_NANOS = 500_000_000;

    private final Spell stalling = new Spell();
    private long count;
    private long sumNanos;
    private long longestNanos;

    @Override
    public void see(Second second) {
        Histogram stalls = second.values(GENERATOR_STALL);
        stalling.see(second, stalls.max() >= LONG_NANOS);
        longestNanos = Math.max(longestNanos, stalls.max());
        stalls.forEach(
                (_, highest, times) -> {
                    if (highest >= LONG_NANOS) {
                        count += times;
                        sumNanos += highest * times;
                    }
                });
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        if (count == 0) {
            return Optional.empty();
        }
        boolean invalid = sumNanos >= TOO_LONG_NANOS && sumNanos > SHARE_MAX * stalling.seenNanos();
        return Optional.of(
                new Finding(
                        invalid ? Severity.INVALID : Severity.WARNING,
                        "stall",
                        "The whole process stood still %s, for %s in all and %s at the longest, not"
                                        .formatted(
                                                count == 1 ? "once" : count + " times",
                                                Words.time(sumNanos),
                                                Words.time(longestNanos))
                                + " for garbage collection.",
                        "Highest response times and percentiles are the generator's. It was suspended"
                                + " or had no core: look for other processes, a busy hypervisor,"
                                + " swapping, or a laptop that slept.",
                        stalling.sinceNanos()));
    }
}
