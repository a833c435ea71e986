package io.spate.demo.web;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a request together from the parts that the decoder yields. */
public final class RequestReader {
    /** The longest body taken, in bytes. */
    public static final int BODY_MAX = 1 << 20;

    public static final Reply TOO_LARGE =
            Reply.error(Status.CONTENT_TOO_LARGE, "a body may have up to 1 MiB");

    /**
     * A body that is too long is read up to here, since many clients listen for the answer only
     * after they have sent all.
     */
    private static final int SKIPPED_MAX = 16 << 20;

    private static final byte[] EMPTY = {};
    private static final Reply NO_HOST =
            Reply.error(Status.BAD_REQUEST, "HTTP/1.1 requires a Host header");
    private static final Reply NOT_HTTP_1 =
            Reply.error(Status.BAD_REQUEST, "only HTTP/1.1 and HTTP/1.0 are served");

    private final HttpRequest head;
    private byte[] body = EMPTY;
    private long received;

    public RequestReader(HttpRequest head) {
        this.head = head;
    }

    public void append(ByteBuf content) {
        int length = content.readableBytes();
        if (length == 0) {
            return;
        }
        int offset = (int) received;
        received += length;
        if (received > BODY_MAX) {
            body = EMPTY;
            return;
        }
        if (received > body.length) {
            long announced = Math.min(HttpUtil.getContentLength(head, 0L), BODY_MAX);
            long doubled = Math.min(2L * body.length, BODY_MAX);
            body = Arrays.copyOf(body, (int) Math.max(received, Math.max(announced, doubled)));
        }
        content.readBytes(body, offset, length);
    }

    /** Whether so much has come that it is not worth waiting for the end. */
    public boolean isHopeless() {
        return received > SKIPPED_MAX;
    }

    public boolean isAnnouncedTooLarge() {
        return HttpUtil.getContentLength(head, 0L) > BODY_MAX;
    }

    /** The request, once its last part has been appended. */
    public Request request() {
        String target = target();
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        if (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        String contentType = head.headers().get(HttpHeaderNames.CONTENT_TYPE);
        return new Request(
                head.method().name(),
                path,
                question < 0 ? "" : target.substring(question + 1),
                contentType == null ? "" : contentType,
                head.headers().get(HttpHeaderNames.AUTHORIZATION),
                ByteBuffer.wrap(body, 0, received > BODY_MAX ? 0 : (int) received),
                persistence(),
                refusal());
    }

    /** Without scheme and host, which a client that takes us for a proxy sends along. */
    private String target() {
        String uri = head.uri();
        int scheme = uri.startsWith("/") ? -1 : uri.indexOf("://");
        if (scheme < 0) {
            return uri;
        }
        int slash = uri.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : uri.substring(slash);
    }

    private Request.Persistence persistence() {
        if (!HttpUtil.isKeepAlive(head)) {
            return Request.Persistence.CLOSE;
        }
        boolean asked =
                head.headers()
                        .containsValue(
                                HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE, true);
        return asked ? Request.Persistence.KEEP_ALIVE : Request.Persistence.DEFAULT;
    }

    private @Nullable Reply refusal() {
        if (received > BODY_MAX) {
            return TOO_LARGE;
        }
        HttpVersion version = head.protocolVersion();
        if (version.majorVersion() != 1) {
            return NOT_HTTP_1;
        }
        boolean hostNeeded = version.minorVersion() >= 1;
        return hostNeeded && !head.headers().contains(HttpHeaderNames.HOST) ? NO_HOST : null;
    }
}
