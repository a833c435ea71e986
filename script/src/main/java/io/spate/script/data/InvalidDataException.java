package io.spate.script.data;

import java.io.Serial;

/** Data that cannot be read as they are; its message says what to do. */
public final class InvalidDataException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final String file;
    private final String problem;
    private final int line;

    InvalidDataException(String file, long line, String message) {
        super(message);
        this.file = file;
        this.problem = message;
        this.line = (int) Math.min(line, Integer.MAX_VALUE);
    }

    /** What is wrong and what to do. */
    public String problem() {
        return problem;
    }

    /** As the author named it; empty for rows that the test makes itself. */
    public String file() {
        return file;
    }

    /** From 1; 0 where no line is to blame. */
    public int line() {
        return line;
    }
}
