package io.spate.convert.python;

import java.io.Serial;

/** A text that is no Python. */
public final class PySyntaxException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    PySyntaxException(String message, int line, int column) {
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
