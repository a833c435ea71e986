package io.spate.engine;

import java.io.Serial;

/**
 * Thrown where a virtual user finds nothing left to work on, such as where the rows of a file are
 * used up. Its scenario then ends as at the end of its time, on all loops: running iterations may
 * end, none follow, and the run completes. The iteration it is thrown in is not counted; that data
 * ran out is, in {@link io.spate.metrics.BuiltinMetrics#DATA_EXHAUSTED}.
 */
public final class ScenarioExhausted extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /**
     * Without a stack: it is a signal, not an error.
     *
     * @param source what is used up, such as a file's name; always the same text, as it is a tag
     */
    public ScenarioExhausted(String source) {
        super(source, null, false, false);
    }

    /** What is used up. */
    String source() {
        return String.valueOf(getMessage());
    }
}
