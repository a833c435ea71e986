package io.spate.output.delivery;

import java.io.Serial;
import java.time.Duration;

/** Something was not sent; the message says why, without secrets. */
public final class SendException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private static final int WORDS_MAX = 300;

    private final boolean passing;
    private final Duration retryAfter;
    private final long refused;

    private SendException(String message, boolean passing, Duration retryAfter, long refused) {
        super(message);
        this.passing = passing;
        this.retryAfter = retryAfter;
        this.refused = refused;
    }

    /** What may pass: trying again makes sense. */
    public static SendException passing(String message) {
        return new SendException(message, true, Duration.ZERO, Long.MAX_VALUE);
    }

    /** What may pass, and the other side says after what time. */
    public static SendException passing(String message, Duration retryAfter) {
        return new SendException(message, true, retryAfter, Long.MAX_VALUE);
    }

    /** What stays as it is until somebody changes something. */
    public static SendException lasting(String message) {
        return new SendException(message, false, Duration.ZERO, Long.MAX_VALUE);
    }

    /** Some points of a parcel were not taken, and will not be; the others were. */
    public static SendException partly(String message, long refused) {
        return new SendException(message, false, Duration.ZERO, refused);
    }

    /** What another program says, as much of it as belongs into a message. */
    public static String shortened(String words) {
        return words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) + "..." : words;
    }

    /** Whether trying again makes sense. */
    public boolean isPassing() {
        return passing;
    }

    /** How long to wait at least before that. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** How many points of the parcel were not taken; all of them where it has fewer. */
    public long refused() {
        return refused;
    }

    /** Why, in words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
