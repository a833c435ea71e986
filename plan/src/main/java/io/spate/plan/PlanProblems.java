package io.spate.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a value, so that all of it is told at once. */
final class PlanProblems {
    private static final int USERS_MAX = 10_000_000;

    private final List<String> problems = new ArrayList<>();

    /** Adds a problem where a condition that must hold does not. */
    PlanProblems require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
        return this;
    }

    /** A number of virtual users: 1 to 10 million. */
    PlanProblems users(String name, int count) {
        return require(
                count >= 1 && count <= USERS_MAX,
                "%s must be 1 to %,d, not %,d".formatted(name, USERS_MAX, count));
    }

    /** A duration above zero. */
    PlanProblems positive(String name, Duration duration) {
        return require(
                duration.isPositive(),
                "%s must be above 0, not %s".formatted(name, Durations.format(duration)));
    }

    /** Throws where there is any. */
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidPlanException(problems);
        }
    }
}
