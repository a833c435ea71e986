package io.spate.http.channel;

import io.spate.http.body.StreamedBody;
import io.spate.http.h2.Http2Stream;
import io.spate.http.wire.Origin;
import io.spate.http.wire.Reception;
import io.spate.http.wire.ResponseReader;
import io.spate.http.wire.ResponseReader.HeadMemory;
import io.spate.metrics.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way, what comes of it, and when. Belongs to one virtual user, who uses it for
 * one request after another.
 */
public final class Call {
    private static final byte[] NO_BYTES = {};

    private final Ticker ticker;
    private final Reception reception;
    private final ResponseReader reader;

    /** Made when HTTP/2 is first spoken. */
    private @Nullable Http2Stream stream;

    @SuppressWarnings("NullAway.Init") // begin() comes before any use
    private Origin origin;

    @SuppressWarnings("NullAway.Init") // begin() comes before any use
    private RequestBytes request;

    @SuppressWarnings("NullAway.Init") // begin() comes before any use
    private HeadMemory memory;

    private byte[] body = NO_BYTES;
    private @Nullable StreamedBody streamed;
    private boolean noBody;
    private long startNanos;
    private long deadlineNanos;
    private long connectDeadlineNanos;
    private long firstByteTimeoutNanos;

    long firstByteDeadlineNanos;
    long readyNanos;
    long lookingUpNanos;
    long connectingNanos;
    long tlsHandshakingNanos;
    long sentBytes;
    long overheadBytes;
    long sentNanos;

    /** A call whose responses' kept bodies may be so large. */
    public Call(Ticker ticker, long bodyBytesMax) {
        this.ticker = ticker;
        reception = new Reception(bodyBytesMax);
        reader = new ResponseReader(reception);
    }

    /**
     * Starts a request.
     *
     * @param to the server
     * @param memory where the last head of such a response is remembered
     * @param noBody whether the response has no body, as that to HEAD
     */
    public void begin(Origin to, RequestBytes bytes, HeadMemory memory, boolean noBody) {
        origin = to;
        request = bytes;
        this.memory = memory;
        this.noBody = noBody;
        body = NO_BYTES;
        streamed = null;
        readyNanos = 0;
        lookingUpNanos = 0;
        connectingNanos = 0;
        tlsHandshakingNanos = 0;
        sentBytes = 0;
        overheadBytes = 0;
        sentNanos = 0;
    }

    /** Adds a body that does not stand behind the head: from memory, or read while it is sent. */
    public void body(byte[] bytes, @Nullable StreamedBody stream) {
        body = bytes;
        streamed = stream;
    }

    /**
     * Says when to give up.
     *
     * @param connectTimeoutNanos to open a connection
     * @param firstByteTimeoutNanos from the request sent to the first byte of the response
     */
    public void limits(
            long nowNanos,
            long timeoutNanos,
            long connectTimeoutNanos,
            long firstByteTimeoutNanos) {
        startNanos = nowNanos;
        deadlineNanos = nowNanos + timeoutNanos;
        connectDeadlineNanos =
                connectTimeoutNanos >= timeoutNanos
                        ? deadlineNanos
                        : nowNanos + connectTimeoutNanos;
        firstByteDeadlineNanos = deadlineNanos;
        this.firstByteTimeoutNanos =
                firstByteTimeoutNanos < timeoutNanos ? firstByteTimeoutNanos : Long.MAX_VALUE;
    }

    /** What came. */
    public Reception reception() {
        return reception;
    }

    /** Whether nothing came, as far as it was waited for. */
    public boolean firstByteIsLate() {
        return reception.receivedBytes() == 0 && firstByteDeadlineNanos < deadlineNanos;
    }

    /** Bytes of the request given to the connection. */
    public long sentBytes() {
        return sentBytes;
    }

    /** Bytes of the response, and those that came for the connection's sake. */
    public long receivedBytes() {
        return reception.receivedBytes() + overheadBytes;
    }

    /** When the request could be sent. */
    public long readyNanos() {
        return readyNanos;
    }

    /** How long the addresses of the server's name were waited for, where this call opened it. */
    public long lookingUpNanos() {
        return lookingUpNanos;
    }

    /** How long establishing the connection took, where this call has opened it. */
    public long connectingNanos() {
        return connectingNanos;
    }

    public long tlsHandshakingNanos() {
        return tlsHandshakingNanos;
    }

    /** When the last byte was with the operating system; before {@link #readyNanos} if never. */
    public long sentNanos() {
        return sentNanos;
    }

    Origin origin() {
        return origin;
    }

    RequestBytes request() {
        return request;
    }

    HeadMemory memory() {
        return memory;
    }

    byte[] body() {
        return body;
    }

    @Nullable StreamedBody streamed() {
        return streamed;
    }

    boolean noBody() {
        return noBody;
    }

    ResponseReader reader() {
        return reader;
    }

    Http2Stream stream() {
        Http2Stream known = stream;
        if (known == null) {
            known = new Http2Stream(reception);
            stream = known;
        }
        return known;
    }

    long startNanos() {
        return startNanos;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    long connectDeadlineNanos() {
        return connectDeadlineNanos;
    }

    long firstByteTimeoutNanos() {
        return firstByteTimeoutNanos;
    }

    long now() {
        return ticker.nanoTime();
    }
}
