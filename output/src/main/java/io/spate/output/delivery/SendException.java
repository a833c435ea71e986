package io.spate.output.delivery;

import java.io.Serial;
import java.time.Duration;

/** Something was not sent; the message says why, without secrets. */
public final class SendException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final boolean passing;
    private final Duration retryAfter;

    private SendException(String message, boolean passing, Duration retryAfter) {
        super(message);
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /** What may pass: trying again makes sense. */
    public static SendException passing(String message) {
        return new SendException(message, true, Duration.ZERO);
    }

    /** What may pass, and the other side says after what time. */
    public static SendException passing(String message, Duration retryAfter) {
        return new SendException(message, true, retryAfter);
    }

    /** What stays as it is until somebody changes something. */
    public static SendException lasting(String message) {
        return new SendException(message, false, Duration.ZERO);
    }

    /** Whether trying again makes sense. */
    public boolean isPassing() {
        return passing;
    }

    /** How long to wait at least before that. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Why, in words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
