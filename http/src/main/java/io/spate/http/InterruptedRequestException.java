package io.spate.http;

import java.io.Serial;

/** A request cut off because its virtual user was told to stop; it is not measured. */
public final class InterruptedRequestException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    InterruptedRequestException() {
        super("interrupted", null, false, false);
    }
}
