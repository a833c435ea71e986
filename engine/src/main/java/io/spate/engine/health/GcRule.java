package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.GENERATOR_GC_PAUSE;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;

import io.spate.metrics.Histogram;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import java.util.Optional;

/**
 * Pauses of the garbage collector. They matter where they are long beside response times: all of
 * them for the maximum, and those of more than a hundredth of the time for the p99.
 */
final class GcRule implements Rule {
    static final long LONG_NANOS = 10_000_000;
    static final double SHARE = 0.01;
    static final double SHARE_MAX = 0.10;
    static final double OF_P99 = 0.10;

    private final Spell pausing = new Spell();
    private long sumNanos;
    private long longestNanos;

    @Override
    public void see(Second second) {
        Histogram pauses = second.values(GENERATOR_GC_PAUSE);
        pausing.see(second, pauses.max() >= LONG_NANOS || pauses.sum() > SHARE * second.nanos());
        sumNanos += pauses.sum();
        longestNanos = Math.max(longestNanos, pauses.max());
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        long p99 = result.total().histogram(HTTP_REQ_DURATION).percentile(99);
        double share = (double) sumNanos / Math.max(1, pausing.seenNanos());
        boolean inP99 = share > SHARE && longestNanos > OF_P99 * p99;
        boolean inMax = longestNanos >= LONG_NANOS && longestNanos > p99;
        if (share <= SHARE_MAX && !inP99 && !inMax) {
            return Optional.empty();
        }
        Severity severity =
                share > SHARE_MAX ? Severity.INVALID : inP99 ? Severity.WARNING : Severity.NOTE;
        return Optional.of(
                new Finding(
                        severity,
                        "gc",
                        "Garbage collection paused the generator for up to %s, %s of the time in all."
                                .formatted(Words.time(longestNanos), Words.percent(share)),
                        (severity == Severity.NOTE
                                        ? "The maximum and the highest percentiles may be its pauses."
                                        : "Response times from p99 up contain these pauses.")
                                + " Give it more memory (JAVA_OPTS=-Xmx4g), or keep less in scripts.",
                        pausing.sinceNanos()));
    }
}
