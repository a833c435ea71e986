package io.spate.output.type;

import java.io.Serial;

/** An output is asked for in a way that cannot be; the message says what to change. */
public final class WrongOutputException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /** With what is wrong, and what would be right. */
    public WrongOutputException(String message) {
        super(message);
    }
}
