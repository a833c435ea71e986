package io.spate.plan;

import java.time.Duration;

/**
 * A straight line to a number of virtual users.
 *
 * @param duration how long the line takes; zero jumps
 * @param target the number of virtual users at its end
 */
public record Stage(Duration duration, int target) {
    public Stage {
        new PlanProblems()
                .require(!duration.isNegative(), "a stage's duration must not be negative")
                .require(target >= 0, "a stage's target must not be negative, but is " + target)
                .check();
    }
}
