package io.spate.metrics.threshold;

import java.time.Duration;

/** The part of a run that a threshold is about. */
public sealed interface Scope {
    /** The whole run, without its warm-up. */
    Scope RUN = new Run();

    /** As it is written behind a condition, with a space before it; empty for the whole run. */
    String text();

    /** The whole run, without its warm-up. */
    record Run() implements Scope {
        @Override
        public String text() {
            return "";
        }
    }

    /**
     * Any stretch of the run of that length: each second the last such stretch is judged, and one
     * that does not hold is enough.
     *
     * <p>One longer than ten minutes moves on by more than a second, so that no more than 600 parts
     * of it are kept: one of an hour by six seconds.
     *
     * @param length whole seconds, above ten minutes whole minutes; from a second to a day
     */
    record Window(Duration length) implements Scope {
        private static final int PARTS_MAX = 600;
        private static final long DAY_SECONDS = 24 * 60 * 60L;

        public Window {
            long seconds = length.toSeconds();
            if (seconds < 1 || length.toNanosPart() != 0) {
                throw new IllegalArgumentException(
                        "a window is a whole number of seconds, and at least one");
            }
            if (seconds > PARTS_MAX && seconds % 60 != 0) {
                throw new IllegalArgumentException(
                        "a window longer than ten minutes is a whole number of minutes");
            }
            if (seconds > DAY_SECONDS) {
                throw new IllegalArgumentException("a window is a day long at most");
            }
        }

        /** By how many seconds it moves on: the fewest that divide its length well enough. */
        int stepSeconds() {
            long seconds = length.toSeconds();
            int step = 1;
            while (seconds % step != 0 || seconds / step > PARTS_MAX) {
                step++;
            }
            return step;
        }

        @Override
        public String text() {
            return " over " + SpanText.of(length);
        }
    }

    /**
     * The time at one level of load, such as a step.
     *
     * @param name the level's, such as {@code 50 users}
     */
    record Level(String name) implements Scope {
        public Level {
            if (name.isBlank() || !name.equals(name.strip())) {
                throw new IllegalArgumentException(
                        "the name of a level of load is not blank and has no spaces around it");
            }
        }

        @Override
        public String text() {
            return " at " + name;
        }
    }
}
