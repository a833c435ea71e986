package io.spate.plan;

import java.time.Duration;

/** The beginning of a run that is measured, but kept out of its results and its verdict. */
public sealed interface WarmUp {
    /** All of the run counts. */
    WarmUp NONE = new Fixed(Duration.ZERO);

    /** A part of a given length. */
    record Fixed(Duration duration) implements WarmUp {
        public Fixed {
            new PlanProblems()
                    .require(!duration.isNegative(), "warmup must not be negative")
                    .check();
        }
    }

    /**
     * As long as the measurements still change in one direction.
     *
     * @param max when it ends at the latest
     */
    record Automatic(Duration max) implements WarmUp {
        public Automatic {
            new PlanProblems().positive("warmup", max).check();
        }
    }
}
