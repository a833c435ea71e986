package io.spate.web.live;

import java.io.Serial;

/** What is asked for cannot be done in the state that things are in; the message says why. */
public final class NotNowException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /** With the reason. */
    public NotNowException(String message) {
        super(message);
    }
}
