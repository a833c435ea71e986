package io.spate.net.dial;

import java.io.IOException;
import java.io.Serial;

/** A proxy that does not connect to a target. Without a stack, because these can be many. */
public final class ProxyRefusedException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    /** With a reason fit for a report. */
    public ProxyRefusedException(String reason) {
        super(reason);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
