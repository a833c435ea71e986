package io.spate.net.tls;

import java.io.Serial;

/** A certificate or key that cannot be used; the message says why, in words for its owner. */
public final class TlsMaterialException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    /** With what is wrong, and what to do. */
    public TlsMaterialException(String message) {
        super(message);
    }

    TlsMaterialException(String message, Throwable cause) {
        super(message, cause);
    }
}
