package io.spate.web.access;

import java.io.Serial;

/** A request that is not answered; the message says why, and may be shown. */
public final class Refused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final int status;
    private final long waitSeconds;

    /** With the status of HTTP. */
    public Refused(int status, String message) {
        this(status, message, 0);
    }

    private Refused(int status, String message, long waitSeconds) {
        super(message, null, false, false);
        this.status = status;
        this.waitSeconds = waitSeconds;
    }

    static Refused tooMany(long waitSeconds) {
        return new Refused(
                429, "too many wrong passwords; wait %d s".formatted(waitSeconds), waitSeconds);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** After how many seconds to try again; 0 where that is of no use. */
    public long waitSeconds() {
        return waitSeconds;
    }
}
