package io.spate.demo.web;

import java.io.Serial;

/** A request body that cannot be read; the message goes to the client. */
public final class MalformedBodyException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /** Without a stack trace, since this is what a client did and not a fault of ours. */
    public MalformedBodyException(String message) {
        super(message, null, false, false);
    }
}
