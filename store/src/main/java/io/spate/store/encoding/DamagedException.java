package io.spate.store.encoding;

import java.io.Serial;

/** Bytes are not what a writer of this version has written. */
public final class DamagedException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    /** Says what is wrong with them. */
    public DamagedException(String message) {
        super(message);
    }

    /** Says what is wrong with them. */
    public DamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
