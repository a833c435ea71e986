package io.spate.plan;

import java.time.Duration;

/**
 * A straight line to an arrival rate.
 *
 * @param duration how long the line takes; zero jumps
 * @param target iterations per second at its end
 */
public record RateStage(Duration duration, double target) {
    public RateStage {
        new PlanProblems()
                .require(!duration.isNegative(), "a stage's duration must not be negative")
                .require(
                        target >= 0 && target <= Executor.RATE_MAX,
                        PlanProblems.rateFromZero("a stage's target", target))
                .check();
    }
}
