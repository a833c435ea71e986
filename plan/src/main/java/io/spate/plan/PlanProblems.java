package io.spate.plan;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a value, so that all of it is told at once. */
final class PlanProblems {
    private final List<String> problems = new ArrayList<>();

    /** Adds a problem where a condition that must hold does not. */
    PlanProblems require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
        return this;
    }

    /** Throws where there is any. */
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidPlanException(problems);
        }
    }
}
