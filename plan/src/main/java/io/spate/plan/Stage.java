package io.spate.plan;

import java.time.Duration;

/**
 * A straight line to a number of virtual users.
 *
 * @param duration how long the line takes; zero jumps
 * @param target the number of virtual users at its end
 */
public record Stage(Duration duration, int target) {}
