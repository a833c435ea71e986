package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static io.spate.metrics.BuiltinMetrics.ITERATION_LATENESS;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import java.util.Optional;

/**
 * Iterations of an open workload that start after they are due. Response times run from the due
 * instant, so what the generator was late is in them; where that is more than half of their p99, it
 * is the generator's p99 and not the target's.
 */
final class LateStartsRule implements Rule {
    static final long LATE_NANOS = 10_000_000;
    static final long TOO_LATE_NANOS = 100_000_000;

    private final Spell late = new Spell();

    @Override
    public void see(Second second) {
        late.see(second, second.values(ITERATION_LATENESS).percentile(99) > LATE_NANOS);
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        Histogram lateness = values(result, ITERATION_LATENESS);
        long p99 = lateness.percentile(99);
        if (p99 <= LATE_NANOS && !late.lasted()) {
            return Optional.empty();
        }
        long responses = values(result, HTTP_REQ_RESPONSE_TIME).percentile(99);
        boolean invalid =
                p99 > TOO_LATE_NANOS || (p99 > LATE_NANOS && responses > 0 && 2 * p99 > responses);
        return Optional.of(
                new Finding(
                        invalid ? Severity.INVALID : Severity.WARNING,
                        "late_starts",
                        "Iterations started up to %s after they were due (p99 %s, p99 above %s for %s)."
                                .formatted(
                                        Words.time(lateness.max()),
                                        Words.time(p99),
                                        Words.time(LATE_NANOS),
                                        Words.of(late)),
                        "Response times (http_req_response_time) contain what the generator was late,"
                                + " and the rate was not as even as planned. Use more --workers, more"
                                + " machines or a lower rate, or --warmup where it was late at the"
                                + " start alone.",
                        late.sinceNanos()));
    }

    private static Histogram values(RunResult result, Metric metric) {
        return result.total().find(metric).orElse(null)
                        instanceof Aggregate.Distribution(var histogram)
                ? histogram
                : Histogram.EMPTY;
    }
}
