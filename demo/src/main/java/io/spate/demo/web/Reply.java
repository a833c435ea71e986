package io.spate.demo.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * An encoded response; immutable, so that one instance answers any number of requests. What depends
 * on the request is left out of the head and added by {@link #encode}.
 */
public final class Reply {
    public static final String JSON = "application/json";

    private static final byte[] END = "\r\n".getBytes(UTF_8);
    private static final byte[] CLOSE_END = "connection: close\r\n\r\n".getBytes(UTF_8);
    private static final byte[] KEEP_ALIVE_END = "connection: keep-alive\r\n\r\n".getBytes(UTF_8);

    private final Status status;
    private final byte[] head;
    private final byte[] body;

    private Reply(Status status, String contentType, String extraHeaders, String body) {
        this.status = status;
        this.body = body.getBytes(UTF_8);
        String text =
                "HTTP/1.1 "
                        + status.code()
                        + " "
                        + status.reason()
                        + "\r\ncontent-type: "
                        + contentType
                        + "\r\ncontent-length: "
                        + this.body.length
                        + "\r\n"
                        + extraHeaders;
        this.head = text.getBytes(UTF_8);
    }

    public static Reply json(Status status, String body) {
        return new Reply(status, JSON, "", body);
    }

    public static Reply text(String contentType, String body) {
        return new Reply(Status.OK, contentType, "", body);
    }

    /** {@code {"error": message}} and headers, each ended by CR LF. */
    public static Reply error(Status status, String message, String extraHeaders) {
        String body = Json.object(json -> json.writeStringProperty("error", message));
        return new Reply(status, JSON, extraHeaders, body);
    }

    public static Reply error(Status status, String message) {
        return error(status, message, "");
    }

    public Status status() {
        return status;
    }

    /** The bytes for one request; the caller owns the buffer. */
    public ByteBuf encode(
            ByteBufAllocator allocator, Request.Persistence persistence, boolean headOnly) {
        byte[] end =
                switch (persistence) {
                    case DEFAULT -> END;
                    case KEEP_ALIVE -> KEEP_ALIVE_END;
                    case CLOSE -> CLOSE_END;
                };
        int bodyLength = headOnly ? 0 : body.length;
        ByteBuf out = allocator.directBuffer(head.length + end.length + bodyLength);
        return out.writeBytes(head).writeBytes(end).writeBytes(body, 0, bodyLength);
    }
}
