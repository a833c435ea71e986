package io.spate.http.websocket;

/** What a peer sends. The bytes are the receiver's own. */
public sealed interface Message {
    /** A text. */
    record Text(String text) implements Message {}

    /** Bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Binary(byte[] bytes) implements Message {}

    /** A question whether one is there, which has been answered already. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Ping(byte[] bytes) implements Message {}

    /** An answer to a ping, with what that carried. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Pong(byte[] bytes) implements Message {}

    /**
     * The end: nothing follows.
     *
     * @param code by RFC 6455, section 7.4; {@link #NO_CODE} where the peer gave none
     * @param reason mostly empty
     */
    record Close(int code, String reason) implements Message {
        public static final int NORMAL = 1000;
        public static final int PROTOCOL_ERROR = 1002;
        public static final int NO_CODE = 1005;

        /** The connection went away without a word; never sent. */
        public static final int ABNORMAL = 1006;

        public static final int NOT_A_TEXT = 1007;
        public static final int TOO_BIG = 1009;
    }
}
