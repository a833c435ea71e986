package io.spate.demo;

import java.io.Serial;

/** The demo shop could not start; the message says why and what to do about it. */
public final class DemoStartException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    DemoStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
