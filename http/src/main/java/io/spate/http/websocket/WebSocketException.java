package io.spate.http.websocket;

import java.io.Serial;

/** The peer does not keep to the protocol; the connection is of no more use. */
public final class WebSocketException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final int code;

    WebSocketException(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** What the peer was told, by RFC 6455, section 7.4. */
    public int code() {
        return code;
    }
}
