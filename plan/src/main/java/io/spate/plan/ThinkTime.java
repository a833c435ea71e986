package io.spate.plan;

import java.time.Duration;

/** How long a virtual user pauses between two iterations. */
public sealed interface ThinkTime {
    /** No pause. */
    ThinkTime NONE = new Constant(Duration.ZERO);

    /** Always the same pause. */
    record Constant(Duration pause) implements ThinkTime {}

    /** Any pause between two bounds, all equally likely. */
    record Uniform(Duration min, Duration max) implements ThinkTime {}
}
