package io.spate.wrk;

import java.io.Serial;

/** A test that cannot run, or not go on; the message is wrk's, and the exit code is 1. */
public final class WrkFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    WrkFailure(String message) {
        super(message, null, false, false);
    }
}
