package io.spate.report.json;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Selector;
import io.spate.metrics.Tags;
import io.spate.metrics.result.ClosedTimes;
import io.spate.metrics.result.RunResult;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.util.Optional;

/**
 * An estimate for a closed workload: what visitors would have waited who come at the mean pace of
 * the users, also while a slow response kept the users from sending ({@link Histogram#corrected}).
 *
 * @param expectedIntervalMs how far apart the requests of one user begin on average, over the whole
 *     run: the users' time over their requests
 * @param serviceTimeMs the service time with what those visitors would have seen
 */
public record Corrected(double expectedIntervalMs, Results.Times serviceTimeMs) {

    /** What the estimate rests on; empty where it does not apply or changes nothing. */
    static Optional<Estimate> estimate(TestPlan plan, RunResult result) {
        if (isOpen(plan)) {
            return Optional.empty();
        }
        var total = result.total();
        var measured = total.histogram(BuiltinMetrics.HTTP_REQ_DURATION);
        long userNanos = total.count(BuiltinMetrics.USER_TIME);
        var corrected =
                ClosedTimes.corrected(
                        total, new Selector(BuiltinMetrics.HTTP_REQ_DURATION.name(), Tags.NONE));
        return corrected.equals(measured)
                ? Optional.empty()
                : Optional.of(new Estimate(userNanos / measured.count(), corrected));
    }

    /** Whether iterations start whatever became of earlier ones, in a scenario at least. */
    static boolean isOpen(TestPlan plan) {
        return plan.scenarios().stream().anyMatch(Scenario::isOpen);
    }

    /** The expected interval and all corrected values. */
    record Estimate(long intervalNanos, Histogram serviceTime) {
        Corrected corrected() {
            return new Corrected(Numbers.millis(intervalNanos), Numbers.times(serviceTime));
        }
    }
}
