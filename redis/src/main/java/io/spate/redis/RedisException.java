package io.spate.redis;

import java.io.IOException;
import java.io.Serial;

/** A command without a reply, though the network has not failed. */
public final class RedisException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    RedisException(String message) {
        super(message);
    }

    /** No stack: a failing server can bring many of these a second. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
