package io.spate.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers what is wrong with a value, so that all of it is told at once. */
final class PlanProblems {
    static final int USERS_MAX = 10_000_000;

    private final List<String> problems = new ArrayList<>();

    /** Adds a problem where a condition that must hold does not. */
    PlanProblems require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
        return this;
    }

    /** A number of virtual users: from a lowest number to 10 million. */
    PlanProblems users(String name, int count, int min) {
        return require(
                count >= min && count <= USERS_MAX,
                String.format(
                        Locale.ROOT,
                        "%s must be %,d to %,d, not %,d",
                        name,
                        min,
                        USERS_MAX,
                        count));
    }

    /** A number of iterations: at least 1. */
    PlanProblems iterations(long count) {
        return require(count >= 1, "iterations must be at least 1, not " + count);
    }

    /** A rate above zero, and not beyond what any machine starts. */
    PlanProblems rate(double perSecond) {
        return require(
                perSecond > 0 && perSecond <= Executor.RATE_MAX,
                String.format(
                        Locale.ROOT,
                        "rate must be above 0 and at most %,.0f per second, not %s",
                        Executor.RATE_MAX,
                        perSecond));
    }

    /** The problem of a rate that may be zero. */
    static String rateFromZero(String name, double perSecond) {
        return String.format(
                Locale.ROOT,
                "%s must be 0 to %,.0f per second, not %s",
                name,
                Executor.RATE_MAX,
                perSecond);
    }

    /** A duration above zero. */
    PlanProblems positive(String name, Duration duration) {
        return require(
                duration.isPositive(),
                "%s must be above 0, not %s".formatted(name, Durations.format(duration)));
    }

    /** Whether all is well so far. */
    boolean none() {
        return problems.isEmpty();
    }

    /** Throws where there is any. */
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidPlanException(problems);
        }
    }
}
