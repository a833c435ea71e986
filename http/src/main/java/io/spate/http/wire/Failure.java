package io.spate.http.wire;

import io.spate.net.failure.NetException;
import java.io.Serial;

/**
 * Why no whole response came, with k6's error code.
 *
 * @see <a href="https://grafana.com/docs/k6/latest/javascript-api/error-codes/">k6 error codes</a>
 */
public enum Failure {
    UNKNOWN_HOST(1101, "dns", "unknown host"),
    NOT_ALLOWED(1111, "not_allowed", "host not among the allowed targets"),
    ADDRESS_NOT_ALLOWED(1110, "not_allowed", "address not among the allowed targets"),
    CONNECT_FAILED(1210, "connect", "connect failed"),
    CONNECT_TIMEOUT(1211, "connect_timeout", "connect timeout"),
    CONNECT_REFUSED(1212, "refused", "connection refused"),
    PROXY_REFUSED(1210, "proxy", "refused by the proxy"),
    RESET(1220, "reset", "connection reset"),
    TLS_FAILED(1300, "tls", "TLS handshake failed"),
    TLS_UNTRUSTED(1310, "tls", "untrusted certificate"),
    FIRST_BYTE_TIMEOUT(1050, "first_byte_timeout", "no response within the first-byte timeout"),
    TIMEOUT(1050, "timeout", "request timeout"),
    CLOSED(1000, "closed", "connection closed before the whole response"),
    BODY_TOO_LARGE(1000, "body_too_large", "body too large"),
    STATUS_LINE(1000, "protocol", "malformed response: bad status line"),
    HEADER_LINE(1000, "protocol", "malformed response: bad header line"),
    HEAD_TOO_LARGE(1000, "protocol", "malformed response: headers over 64 KB"),
    CONTENT_LENGTH(1000, "protocol", "malformed response: bad Content-Length"),
    CHUNK_SIZE(1000, "protocol", "malformed response: bad chunk size"),
    CHUNK_END(1000, "protocol", "malformed response: chunk longer than its size"),
    CHUNK_LINE_TOO_LONG(1000, "protocol", "malformed response: chunk line over 4 KB"),
    TRAILERS_TOO_LARGE(1000, "protocol", "malformed response: trailers over 64 KB"),
    TOO_MANY_INTERIM(1000, "protocol", "malformed response: over 16 interim responses"),
    CONTENT_TOO_SHORT(1000, "protocol", "malformed response: body differs from Content-Length"),
    HTTP2_STREAM(1630, "protocol", "malformed response: not as HTTP/2 has it"),
    HTTP2_CONNECTION(1650, "protocol", "malformed HTTP/2"),
    NOT_HTTP2(1600, "protocol", "the server does not agree on HTTP/2"),
    STREAM_RESET(1630, "reset", "stream reset by the server"),
    REFUSED_STREAM(1638, "refused_stream", "stream refused by the server"),
    GOING_AWAY(1610, "closed", "connection given up by the server (GOAWAY)");

    private final int code;
    private final String kind;
    private final String text;

    Failure(int code, String kind, String text) {
        this.code = code;
        this.kind = kind;
        this.text = text;
    }

    public int code() {
        return code;
    }

    /** The kind by which reports fold failures: the tag {@code error_kind}. */
    public String kind() {
        return kind;
    }

    /** A fixed text, fit for a tag. */
    public String text() {
        return text;
    }

    /** Whether the server has said that it did nothing, so that any request may be sent again. */
    public boolean isUnprocessed() {
        return this == REFUSED_STREAM || this == GOING_AWAY;
    }

    /** The failure that an error of the network is. Interruption is none. */
    public static Failure of(NetException.Kind kind) {
        return switch (kind) {
            case UNKNOWN_HOST -> UNKNOWN_HOST;
            case NOT_ALLOWED -> NOT_ALLOWED;
            case ADDRESS_NOT_ALLOWED -> ADDRESS_NOT_ALLOWED;
            case CONNECT_REFUSED -> CONNECT_REFUSED;
            case CONNECT_TIMEOUT -> CONNECT_TIMEOUT;
            case CONNECT_FAILED -> CONNECT_FAILED;
            case PROXY_REFUSED -> PROXY_REFUSED;
            case TLS_FAILED -> TLS_FAILED;
            case TLS_UNTRUSTED -> TLS_UNTRUSTED;
            case RESET -> RESET;
            case CLOSED -> CLOSED;
            case TIMEOUT -> TIMEOUT;
            case INTERRUPTED ->
                    throw new IllegalArgumentException("an interrupted request is not measured");
        };
    }

    /** Carries a failure out of the parser; without a stack, because these can be many. */
    public static final class Failed extends Exception {
        @Serial private static final long serialVersionUID = 1;

        private final Failure failure;
        private final String text;

        /** With the failure's own text. */
        public Failed(Failure failure) {
            this(failure, failure.text);
        }

        /**
         * With a text that says more.
         *
         * @param text one of few, as it names the failure in the statistics
         */
        public Failed(Failure failure, String text) {
            super(text, null, false, false);
            this.failure = failure;
            this.text = text;
        }

        /** What went wrong, fit for a tag. */
        public String text() {
            return text;
        }

        public Failure failure() {
            return failure;
        }
    }
}
