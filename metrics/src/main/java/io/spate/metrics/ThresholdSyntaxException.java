package io.spate.metrics;

import java.io.Serial;

/** A threshold or its selector that cannot be read; the message says what is expected. */
public final class ThresholdSyntaxException extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1;

    private final int offset;

    ThresholdSyntaxException(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    /** Where in the text the fault is, from 0. */
    public int offset() {
        return offset;
    }
}
