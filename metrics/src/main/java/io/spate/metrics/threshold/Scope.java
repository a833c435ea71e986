package io.spate.metrics.threshold;

import java.time.Duration;

/** The part of a run that a threshold is about. */
public sealed interface Scope {
    /** The whole run, without its warm-up. */
    Scope RUN = new Run();

    /** The whole run, without its warm-up. */
    record Run() implements Scope {}

    /**
     * Any stretch of the run of that length: each second the last such stretch is judged, and one
     * that does not hold is enough.
     *
     * @param length at least a second, in whole seconds
     */
    record Window(Duration length) implements Scope {
        public Window {
            if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.toNanosPart() != 0) {
                throw new IllegalArgumentException(
                        "a window is a whole number of seconds, and at least one");
            }
        }
    }

    /**
     * The time at one level of load, such as a step.
     *
     * @param name the level's, such as {@code 50 users}
     */
    record Level(String name) implements Scope {}
}
