package io.spate.plan;

import java.time.Duration;

/** Durations as people write them: {@code 30s}, {@code 1m30s}, {@code 500ms}, {@code 1.5s}. */
public final class Durations {
    private Durations() {}

    /**
     * The duration that a text writes; a bare number is seconds. Throws {@link
     * InvalidPlanException}.
     */
    public static Duration parse(String text) {
        throw new UnsupportedOperationException();
    }

    /** The shortest text for a duration, such as {@code 1m30s}. */
    public static String format(Duration duration) {
        throw new UnsupportedOperationException();
    }
}
