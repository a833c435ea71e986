package io.spate.http.wire;

import io.spate.http.wire.Failure.Failed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a response, and when: filled by whoever reads it, whatever the protocol. Belongs
 * to one virtual user, who uses it for one response after another.
 */
public final class Reception {
    private static final int FIRST_BODY_BYTES_MAX = 64 << 10;
    private static final byte[] NO_BYTES = {};

    private final long bodyBytesMax;
    private boolean sinksRedirects = true;
    private @Nullable BodySink sink;
    private @Nullable ResponseHead head;
    private long bodyBytes;
    private long receivedBytes;
    private long firstByteNanos;
    private long lastByteNanos;
    private byte[] body = NO_BYTES;
    private int bodyLength;
    private byte[] unread = NO_BYTES;

    /** Of responses whose kept bodies may be so large. */
    public Reception(long bodyBytesMax) {
        this.bodyBytesMax = bodyBytesMax;
    }

    /**
     * Prepares for a response, of which nothing has come yet.
     *
     * @param to where its body goes; null where it is kept
     * @param redirectsToo whether the body of a redirect goes there as well; else it is dropped
     */
    public void reset(@Nullable BodySink to, boolean redirectsToo) {
        sink = to;
        sinksRedirects = redirectsToo;
        head = null;
        bodyBytes = 0;
        receivedBytes = 0;
        body = NO_BYTES;
        bodyLength = 0;
        unread = NO_BYTES;
    }

    /** Notes bytes of the response, as they came over the connection. */
    public void received(int count, long nanos) {
        lastByteNanos = nanos;
        if (receivedBytes == 0) {
            firstByteNanos = nanos;
        }
        receivedBytes += count;
    }

    /** Notes the head, which is no interim one. */
    public void head(ResponseHead received) {
        head = received;
        if (!sinksRedirects && received.isRedirect()) {
            sink = BodySink.DROP;
        }
    }

    /** Notes how long the body will be, some of which has arrived. */
    public void expectBody(long length, int arrived) throws Failed {
        checkBodyLength(length);
        if (sink == null && length > 0) {
            // A server's word alone does not get much memory.
            body = new byte[(int) Math.min(length, Math.max(arrived, FIRST_BODY_BYTES_MAX))];
        }
    }

    /** Checks that a body of a length may be kept. */
    public void checkBodyLength(long length) throws Failed {
        if (sink == null && length > bodyBytesMax) {
            throw new Failed(Failure.BODY_TOO_LARGE);
        }
    }

    /** Takes the next bytes of the body. */
    public void take(byte[] source, int from, int count) {
        BodySink to = sink;
        if (to == null) {
            keep(source, from, count);
        } else if (count > 0) {
            to.take(source, from, count);
        }
        bodyBytes += count;
    }

    private void keep(byte[] source, int from, int count) {
        if (body.length - bodyLength < count) {
            body = Arrays.copyOf(body, Math.max(body.length * 2, bodyLength + count));
        }
        System.arraycopy(source, from, body, bodyLength, count);
        bodyLength += count;
    }

    /** Notes that the body is whole. */
    public void endBody() {
        if (bodyLength < body.length) {
            body = Arrays.copyOf(body, bodyLength);
        }
    }

    /** Notes what came and was not understood. */
    public void unread(byte[] bytes) {
        unread = bytes;
    }

    /** Whether the body's bytes may be handed over by whoever reads: no code of a script runs. */
    public boolean sinksQuietly() {
        return sink == null || sink.equals(BodySink.DROP);
    }

    /** Bytes received since {@link #reset}, with those of interim responses. */
    public long receivedBytes() {
        return receivedBytes;
    }

    /** When the first bytes came; only where there were any. */
    public long firstByteNanos() {
        return firstByteNanos;
    }

    /** When the last bytes came; only where there were any. */
    public long lastByteNanos() {
        return lastByteNanos;
    }

    /** The body; empty where it is not kept. */
    public byte[] body() {
        return body;
    }

    /** How long the body is up to now, as transferred, kept or not. */
    public long bodyBytes() {
        return bodyBytes;
    }

    /** What has come of the body up to now, where it is kept. */
    public byte[] partOfBody() {
        return Arrays.copyOf(body, bodyLength);
    }

    /** What has come and was not understood, the start of it. */
    public byte[] unread() {
        return unread;
    }

    /** The head, where that came; there even if the body did not. */
    public @Nullable ResponseHead head() {
        return head;
    }
}
