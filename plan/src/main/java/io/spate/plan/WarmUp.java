package io.spate.plan;

import java.time.Duration;

/** The beginning of a run that is measured, but kept out of its results and its verdict. */
public sealed interface WarmUp {
    /** All of the run counts. */
    WarmUp NONE = new Fixed(Duration.ZERO);

    /** The longest automatic warm-up unless told otherwise. */
    Duration AUTOMATIC_MAX = Duration.ofMinutes(1);

    /**
     * The warm-up that a text writes: a duration, {@code auto}, or {@code auto:30s} with its limit.
     *
     * @throws InvalidPlanException where it writes none
     */
    static WarmUp parse(String text) {
        if (text.equals("auto")) {
            return new Automatic(AUTOMATIC_MAX);
        }
        return text.startsWith("auto:")
                ? new Automatic(Durations.parse(text.substring("auto:".length())))
                : new Fixed(Durations.parse(text));
    }

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
