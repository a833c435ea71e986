package io.spate.metrics;

import java.io.Serial;

/** A threshold or its selector that cannot be read; the message says what is expected. */
public final class ThresholdSyntaxException extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1;

    private final String text;
    private final int offset;

    /** With a message that is about a place in a text. */
    public ThresholdSyntaxException(String message, String text, int offset) {
        super("\"%s\", column %d: %s".formatted(text, offset + 1, message));
        this.text = text;
        this.offset = offset;
    }

    /** The text that cannot be read: the selector or the expression. */
    public String text() {
        return text;
    }

    /** Where in the text the fault is, from 0. */
    public int offset() {
        return offset;
    }
}
