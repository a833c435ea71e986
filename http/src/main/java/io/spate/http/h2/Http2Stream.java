package io.spate.http.h2;

import io.spate.http.body.StreamedBody;
import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Failure;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.Reception;
import io.spate.http.wire.ResponseHead;
import io.spate.metrics.Ticker;
import io.spate.net.failure.NetException;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response on their way over a connection. Belongs to one virtual user, who uses
 * it for one request after another; another user's thread may fill it meanwhile.
 */
public final class Http2Stream {
    private static final int INTERIM_RESPONSES_MAX = 16;
    private static final byte[] NO_BYTES = {};

    final Waiter waiter = new Waiter();
    final ReceiveWindow receiveWindow = new ReceiveWindow(ReceiveWindow.STREAM_BYTES);

    private final Reception reception;

    /** Of a body that the user's own code takes: what came and was not handed over yet. */
    private final ByteWriter pending = new ByteWriter();

    private byte[] block = NO_BYTES;
    private int blockLength;
    private byte[] body = NO_BYTES;
    private int bodyFrom;
    private int bodyLength;
    private @Nullable StreamedBody streamed;
    private boolean noBody;
    private long deadlineNanos;
    private long firstByteDeadlineNanos;
    private long firstByteTimeoutNanos;

    private int id;
    private @Nullable ResponseHead head;
    private int interims;
    private boolean ended;
    private @Nullable Failed failed;
    private @Nullable NetException broken;
    private long sentBytes;
    private long overheadBytes;
    private long sentNanos;
    private long readyNanos;
    private boolean waited;

    /** Whether the server has ended it and is to be told nothing more. */
    boolean endedByServer;

    /** Whether it is among those that the server lets be open. */
    boolean admitted;

    /** Whether its request is with the connection as a whole. */
    boolean sentWhole;

    /** Whether it waits for the server to take more of its body. */
    boolean needsWindow;

    long sendWindow;

    /** How many frames the connection had received when it began. */
    long framesBefore;

    /** With the place for its responses. */
    public Http2Stream(Reception reception) {
        this.reception = reception;
    }

    /**
     * Prepares for a request without a body.
     *
     * @param block its header block
     * @param noBody whether the response has none, as that to HEAD
     * @param nowNanos when it could be sent, were there room
     * @param firstByteTimeoutNanos from the request sent to the first byte of the response; {@link
     *     Long#MAX_VALUE} for no limit of its own
     */
    public void prepare(
            byte[] block,
            int length,
            boolean noBody,
            long nowNanos,
            long deadlineNanos,
            long firstByteTimeoutNanos) {
        this.block = block;
        blockLength = length;
        body = NO_BYTES;
        bodyLength = 0;
        streamed = null;
        this.noBody = noBody;
        this.deadlineNanos = deadlineNanos;
        firstByteDeadlineNanos = deadlineNanos;
        this.firstByteTimeoutNanos = firstByteTimeoutNanos;
        id = 0;
        head = null;
        interims = 0;
        ended = false;
        failed = null;
        broken = null;
        sentBytes = 0;
        overheadBytes = 0;
        sentNanos = 0;
        readyNanos = nowNanos;
        waited = false;
        admitted = false;
        sentWhole = false;
        endedByServer = false;
        needsWindow = false;
        pending.clear();
        receiveWindow.reset();
    }

    /** Adds a body from memory. */
    public void body(byte[] bytes, int from, int length) {
        body = bytes;
        bodyFrom = from;
        bodyLength = length;
    }

    /** Adds a body that is read while it is sent. */
    public void body(StreamedBody stream) {
        streamed = stream;
    }

    /** Bytes of the frames sent for it. */
    public long sentBytes() {
        return sentBytes;
    }

    /** Bytes received for the connection's sake, such as settings, since the request before it. */
    public long overheadBytes() {
        return overheadBytes;
    }

    /** When its last byte was with the operating system; 0 where that is not known. */
    public long sentNanos() {
        return sentNanos;
    }

    /** When the connection had room for it. */
    public long readyNanos() {
        return readyNanos;
    }

    int id() {
        return id;
    }

    byte[] block() {
        return block;
    }

    int blockLength() {
        return blockLength;
    }

    byte[] body() {
        return body;
    }

    int bodyFrom() {
        return bodyFrom;
    }

    int bodyLength() {
        return bodyLength;
    }

    @Nullable StreamedBody streamed() {
        return streamed;
    }

    boolean hasBody() {
        return bodyLength > 0 || streamed != null;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    /** When to give up for now: the first byte has a deadline of its own. */
    long limitNanos() {
        return hasBegun() ? deadlineNanos : firstByteDeadlineNanos;
    }

    boolean hasBegun() {
        return reception.receivedBytes() > 0;
    }

    /** When the first byte must have come; the deadline where there is no such. */
    public long firstByteDeadlineNanos() {
        return firstByteDeadlineNanos;
    }

    /** Starts the time to the first byte, now that the request is sent. */
    void startWaiting(Ticker ticker) {
        if (firstByteTimeoutNanos < Long.MAX_VALUE) {
            long limit = ticker.nanoTime() + firstByteTimeoutNanos;
            firstByteDeadlineNanos = Math.min(deadlineNanos, limit);
        }
    }

    void open(int number, int windowBytes, long framesReceived) {
        id = number;
        sendWindow = windowBytes;
        framesBefore = framesReceived;
    }

    /** Notes that there was no room for it at once. */
    void waits() {
        waited = true;
    }

    boolean hasWaited() {
        return waited;
    }

    void readyAt(long nanos) {
        readyNanos = nanos;
    }

    void sent(int bytes) {
        sentBytes += bytes;
    }

    void sentAt(long nanos) {
        sentNanos = nanos;
    }

    void overhead(long sent, long received) {
        sentBytes += sent;
        overheadBytes = received;
    }

    /** Notes a frame that came for it. */
    void received(int bytes, long nanos) {
        reception.received(bytes, nanos);
    }

    /** Takes a head: interim, final, or trailers, which end the response. */
    void head(ResponseHead received, boolean ends) {
        if (received.isInterim()) {
            interims++;
            if (interims > INTERIM_RESPONSES_MAX) {
                fail(new Failed(Failure.TOO_MANY_INTERIM));
            } else if (ends) {
                fail(new Failed(Failure.HTTP2_STREAM));
            }
            return;
        }
        if (received.status() == 101) {
            fail(new Failed(Failure.HTTP2_STREAM));
            return;
        }
        head = received;
        reception.head(received);
        try {
            if (!noBody && !ends && !received.isBodiless() && received.contentLength() > 0) {
                reception.expectBody(received.contentLength(), 0);
            }
        } catch (Failed e) {
            fail(e);
        }
        if (ends) {
            end();
        }
    }

    boolean hasHead() {
        return head != null;
    }

    /**
     * Takes bytes of the body.
     *
     * @return how many need no room any more
     */
    int data(byte[] bytes, int from, int count) {
        if (head == null || (noBody && count > 0)) {
            fail(new Failed(Failure.HTTP2_STREAM));
        }
        if (ended) {
            return count;
        }
        if (!reception.sinksQuietly()) {
            pending.put(bytes, from, count);
            return 0;
        }
        try {
            reception.checkBodyLength(reception.bodyBytes() + count);
            reception.take(bytes, from, count);
        } catch (Failed e) {
            fail(e);
        }
        return count;
    }

    boolean hasPending() {
        return !pending.isEmpty();
    }

    /** Hands over what came of the body to the user's own code; how many bytes. */
    int drain() {
        int count = pending.length();
        byte[] bytes = pending.toByteArray();
        pending.clear();
        reception.take(bytes, 0, count);
        return count;
    }

    /** The response is whole. */
    void end() {
        ResponseHead of = head;
        if (of == null || ended) {
            return;
        }
        long length = of.contentLength();
        long came = reception.bodyBytes() + pending.length();
        if (!noBody && length >= 0 && came != length && !of.isBodiless()) {
            fail(new Failed(Failure.CONTENT_TOO_SHORT));
            return;
        }
        ended = true;
    }

    void fail(Failed by) {
        if (!ended) {
            ended = true;
            failed = by;
        }
    }

    void fail(NetException by) {
        if (!ended) {
            ended = true;
            broken = by;
        }
    }

    /** Whether nothing more comes. */
    boolean ended() {
        return ended;
    }

    boolean isFailed() {
        return failed != null || broken != null;
    }

    /** Whether both sides have nothing more to say about it. */
    boolean isDone() {
        return endedByServer || (ended && sentWhole && !isFailed());
    }

    /** The whole response. */
    ResponseHead response() throws NetException, Failed {
        if (failed != null) {
            throw failed;
        }
        if (broken != null) {
            throw broken;
        }
        reception.endBody();
        ResponseHead of = head;
        if (of == null) {
            throw new IllegalStateException("a response without a head");
        }
        return of;
    }
}
