package io.spate.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The history cannot do what was asked for; the message says why and what to do. */
public final class StoreException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final Kind kind;

    StoreException(Kind kind, String message) {
        this(kind, message, null);
    }

    StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What is in the way. */
    public enum Kind {
        /** No run, or more than one, answers to what was asked for. */
        NO_SUCH_RUN,
        /** What was asked for cannot be, such as a name that means something else. */
        REFUSED,
        /** What may pass: another writes, a connection broke, a disk is full. */
        PASSING,
        /** What stays until somebody changes something: rights, a file that is none of ours. */
        LASTING
    }

    /** What is in the way. */
    public Kind kind() {
        return kind;
    }
}
