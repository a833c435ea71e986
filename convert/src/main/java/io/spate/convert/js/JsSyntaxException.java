package io.spate.convert.js;

import java.io.Serial;

/** A text that is no JavaScript. */
public final class JsSyntaxException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    JsSyntaxException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Where, from 1. */
    public int line() {
        return line;
    }

    /** Where in the line, from 1. */
    public int column() {
        return column;
    }
}
