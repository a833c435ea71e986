package io.spate.plan;

import java.time.Duration;

/** How long a virtual user pauses between two iterations. */
public sealed interface ThinkTime {
    /** No pause. */
    ThinkTime NONE = new Constant(Duration.ZERO);

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
