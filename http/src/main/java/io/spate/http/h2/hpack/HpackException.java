package io.spate.http.h2.hpack;

import java.io.Serial;

/** A header block that cannot be decoded; without a stack, because these can be many. */
public final class HpackException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final boolean tooLarge;

    private HpackException(String message, boolean tooLarge) {
        super(message, null, false, false);
        this.tooLarge = tooLarge;
    }

    static HpackException malformed(String what) {
        return new HpackException("header compression: " + what, false);
    }

    static HpackException tooLarge() {
        return new HpackException("headers over their limit", true);
    }

    /** Whether the headers are well formed as far as they were read, but too many. */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
