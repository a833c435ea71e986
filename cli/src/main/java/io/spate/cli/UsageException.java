package io.spate.cli;

import java.io.Serial;

/** Something the user has to change; the message says what and how. */
final class UsageException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    UsageException(String message) {
        this(message, ExitCode.INVALID_CONFIGURATION);
    }

    UsageException(String message, ExitCode exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
