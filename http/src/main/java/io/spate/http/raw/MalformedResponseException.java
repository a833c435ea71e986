package io.spate.http.raw;

import java.io.Serial;

/** What came is no response of HTTP/1. Without a stack, because these can be many. */
public final class MalformedResponseException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    MalformedResponseException(String message) {
        super(message, null, false, false);
    }
}
