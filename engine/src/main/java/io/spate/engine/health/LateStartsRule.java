package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static io.spate.metrics.BuiltinMetrics.ITERATION_LATENESS;

import io.spate.metrics.Histogram;
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

    /** One in a hundred is no p99 yet where there are a hundred. */
    static final long LEAST = 10;

    private final Spell late = new Spell();
    private Histogram lateness = Histogram.EMPTY;

    @Override
    public void see(Second second) {
        Histogram values = second.values(ITERATION_LATENESS);
        lateness = lateness.merge(values);
        late.see(second, values.percentile(99) > LATE_NANOS);
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        long p99 = lateness.percentile(99);
        if (tooLate() < LEAST || (p99 <= LATE_NANOS && !late.lasted())) {
            return Optional.empty();
        }
        long responses = result.total().histogram(HTTP_REQ_RESPONSE_TIME).percentile(99);
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
                                + " machines or a lower rate.",
                        late.sinceNanos()));
    }

    private long tooLate() {
        var count = new long[1];
        lateness.forEach((lowest, _, times) -> count[0] += lowest > LATE_NANOS ? times : 0);
        return count[0];
    }
}
