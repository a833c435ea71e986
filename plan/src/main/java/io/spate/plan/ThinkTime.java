package io.spate.plan;

import java.time.Duration;
import java.util.List;

/** How long a virtual user pauses between two iterations. */
public sealed interface ThinkTime {
    /** No pause. */
    ThinkTime NONE = new Constant(Duration.ZERO);

    /**
     * The pause that a text writes: {@code 2s} always, {@code 1s..3s} between two bounds, {@code
     * ~2s} exponentially distributed with that mean.
     *
     * @throws InvalidPlanException where it writes none
     */
    static ThinkTime parse(String text) {
        if (text.startsWith("~")) {
            return new Exponential(Durations.parse(text.substring(1)));
        }
        var bounds = text.split("\\.\\.", -1);
        return switch (bounds.length) {
            case 1 -> new Constant(Durations.parse(text));
            case 2 -> new Uniform(Durations.parse(bounds[0]), Durations.parse(bounds[1]));
            default ->
                    throw new InvalidPlanException(
                            List.of(
                                    "\"%s\" is not a pause such as 2s, 1s..3s or ~2s"
                                            .formatted(text)));
        };
    }

    /** Always the same pause. */
    record Constant(Duration pause) implements ThinkTime {
        public Constant {
            new PlanProblems()
                    .require(!pause.isNegative(), "think time must not be negative")
                    .check();
        }
    }

    /** Exponentially distributed, as between the visits of many independent people. */
    record Exponential(Duration mean) implements ThinkTime {
        public Exponential {
            new PlanProblems().positive("mean think time", mean).check();
        }
    }

    /** Any pause between two bounds, all equally likely. */
    record Uniform(Duration min, Duration max) implements ThinkTime {
        public Uniform {
            new PlanProblems()
                    .require(!min.isNegative(), "think time must not be negative")
                    .require(
                            min.compareTo(max) <= 0,
                            "think time's second bound (%s) must not be less than its first (%s)"
                                    .formatted(Durations.format(max), Durations.format(min)))
                    .check();
        }
    }
}
