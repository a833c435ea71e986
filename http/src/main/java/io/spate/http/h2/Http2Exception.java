package io.spate.http.h2;

import java.io.Serial;

/** What ends a connection, as the peer broke the protocol; without a stack. */
final class Http2Exception extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final ErrorCode code;

    Http2Exception(ErrorCode code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }

    String text() {
        String text = getMessage();
        return text == null ? code.name() : text;
    }
}
