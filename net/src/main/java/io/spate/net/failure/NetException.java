package io.spate.net.failure;

import java.io.IOException;
import java.io.Serial;

/** A connection that could not be made or used. What the target does wrong is data: by kind. */
public final class NetException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    /** Stands in the message where this process may not open more files. */
    public static final String TOO_MANY_FILES = "too many open files";

    /** Stands in the message where no local port was left. */
    public static final String NO_LOCAL_PORT = "no free local port";

    private final Kind kind;

    /** With a message fit for a report: no stack is kept, because these can be many. */
    public NetException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** No stack: a failing target can bring hundreds of thousands of these a second. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** What can go wrong below a protocol. */
    public enum Kind {
        UNKNOWN_HOST,
        CONNECT_REFUSED,
        CONNECT_TIMEOUT,
        CONNECT_FAILED,
        /** A proxy does not connect to the target. */
        PROXY_REFUSED,
        TLS_FAILED,
        TLS_UNTRUSTED,
        /** Reset by the peer. */
        RESET,
        /** Closed by the peer where more was expected. */
        CLOSED,
        TIMEOUT,
        /** The host is not among the allowed targets. */
        NOT_ALLOWED,
        /** The addresses of the host are not among those allowed. */
        ADDRESS_NOT_ALLOWED,
        /** The waiting virtual thread was interrupted. */
        INTERRUPTED
    }
}
