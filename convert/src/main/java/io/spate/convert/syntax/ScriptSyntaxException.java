package io.spate.convert.syntax;

import java.io.Serial;

/** A text that is no JavaScript, or no Python. */
public final class ScriptSyntaxException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * One at a place.
     *
     * @param line from 1
     * @param column in the line, from 1
     */
    public ScriptSyntaxException(String message, int line, int column) {
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
