package io.spate.locust;

import java.io.Serial;
import java.util.OptionalInt;

/** What is wrong with a locustfile or the options for it; the message is for its author. */
public final class LocustException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final boolean exits;
    private final int exitCode;

    /** With what is wrong and where. */
    public LocustException(String message) {
        this(message, false, 0);
    }

    /** Of a locustfile that ended itself with {@code sys.exit}. */
    LocustException(String message, int exitCode) {
        this(message, true, exitCode);
    }

    private LocustException(String message, boolean exits, int exitCode) {
        super(message);
        this.exits = exits;
        this.exitCode = exitCode;
    }

    /** What the locustfile wants the process to end with, where it asked for that. */
    public OptionalInt exitCode() {
        return exits ? OptionalInt.of(exitCode) : OptionalInt.empty();
    }
}
