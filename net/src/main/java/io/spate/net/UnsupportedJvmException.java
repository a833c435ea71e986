package io.spate.net;

/**
 * This JVM, as it was started, does not let an event loop do its work. The message is for whoever
 * started it, and names the option that is missing.
 */
public final class UnsupportedJvmException extends UnsupportedOperationException {
    private static final long serialVersionUID = 1;

    UnsupportedJvmException(String message, Throwable cause) {
        super(message, cause);
    }
}
