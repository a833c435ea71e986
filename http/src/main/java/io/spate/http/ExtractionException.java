package io.spate.http;

import java.io.Serial;

/** A value that a script wanted from a response and that was not there. */
public final class ExtractionException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    ExtractionException(String message) {
        super(message);
    }
}
