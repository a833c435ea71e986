package io.spate.locust;

import java.io.Serial;

/** What is wrong with a locustfile or the options for it; the message is for its author. */
public final class LocustException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /** With what is wrong and where. */
    public LocustException(String message) {
        super(message);
    }
}
