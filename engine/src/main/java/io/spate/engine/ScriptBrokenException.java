package io.spate.engine;

import java.io.Serial;

/** A script that cannot make a virtual user; the cause is what it threw. */
final class ScriptBrokenException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    ScriptBrokenException(Throwable cause) {
        super(cause);
    }
}
