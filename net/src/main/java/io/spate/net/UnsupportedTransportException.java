package io.spate.net;

import org.jspecify.annotations.Nullable;

/**
 * This machine does not have the transport that was asked for by name. The message is for whoever
 * asked, and says what it takes.
 */
public final class UnsupportedTransportException extends UnsupportedOperationException {
    private static final long serialVersionUID = 1;

    /** Caused by a system call that failed, or by nothing but the machine's kind. */
    public UnsupportedTransportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
