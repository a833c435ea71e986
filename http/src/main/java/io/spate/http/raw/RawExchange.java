package io.spate.http.raw;

import io.spate.http.wire.BodySink;
import io.spate.http.wire.Failure;
import io.spate.http.wire.Reception;
import io.spate.http.wire.ResponseHead;
import io.spate.http.wire.ResponseReader;
import io.spate.http.wire.ResponseReader.HeadMemory;
import io.spate.net.Connection;
import io.spate.net.Endpoint;
import io.spate.net.EventLoop;
import io.spate.net.failure.NetException;
import org.jspecify.annotations.Nullable;

/**
 * One connection, opened again and again: takes requests as bytes, several at once where the caller
 * likes, and reads one response after another. Belongs to one virtual user.
 */
public final class RawExchange implements AutoCloseable {
    private static final long BODY_BYTES_MAX = 64L << 20;
    private static final byte[] NO_BYTES = {};

    private final EventLoop loop;
    private final Endpoint endpoint;
    private final HeadMemory memory;
    private final @Nullable BodySink sink;
    private final Reception reception = new Reception(BODY_BYTES_MAX);
    private final ResponseReader reader = new ResponseReader(reception);
    private @Nullable Connection connection;
    private @Nullable ResponseHead head;

    RawExchange(EventLoop loop, Endpoint endpoint, HeadMemory memory, boolean keepsBodies) {
        this.loop = loop;
        this.endpoint = endpoint;
        this.memory = memory;
        sink = keepsBodies ? null : BodySink.DROP;
    }

    /** Whether {@link #open} was called, and {@link #close} not since. */
    public boolean isOpen() {
        return connection != null;
    }

    /** Whether it is open, and the server has not closed it, as far as is known. */
    public boolean isUsable() {
        Connection over = connection;
        return over != null && over.isOpen();
    }

    /**
     * Connects anew. Blocks the calling virtual thread.
     *
     * @param deadlineNanos when to give up, on the clock of {@link System#nanoTime}
     */
    public void open(long deadlineNanos) throws NetException {
        close();
        connection = loop.connect(endpoint, deadlineNanos);
    }

    /** Queues a copy of bytes to be sent; they leave once the calling thread waits. */
    public void send(byte[] bytes, int length) throws NetException {
        opened().write(bytes, 0, length);
    }

    /**
     * Waits for the next response and reads the whole of it.
     *
     * @param hasNoBody whether it answers a HEAD
     * @param deadlineNanos when to give up, on the clock of {@link System#nanoTime}
     * @return its status
     * @throws MalformedResponseException where something else came; the connection is of no more
     *     use then
     */
    public int receive(boolean hasNoBody, long deadlineNanos)
            throws NetException, MalformedResponseException {
        reception.reset(sink, true);
        try {
            ResponseHead read = reader.read(opened(), memory, hasNoBody, deadlineNanos);
            head = read;
            return read.status();
        } catch (Failure.Failed e) {
            throw new MalformedResponseException(e.failure().text());
        }
    }

    private Connection opened() {
        Connection over = connection;
        if (over == null) {
            throw new IllegalStateException("not open");
        }
        return over;
    }

    /** Whether the server lets the connection be used after the last response. */
    public boolean staysOpen() {
        ResponseHead last = head;
        return last != null
                && last.reusable()
                && (last.framing() != ResponseHead.Framing.UNTIL_CLOSE || last.isBodiless());
    }

    /** Bytes that came while {@link #receive} was last called, whatever became of it. */
    public long receivedBytes() {
        return reception.receivedBytes();
    }

    /** When the last bytes came, on the clock of {@link System#nanoTime}. */
    public long lastByteNanos() {
        return reception.lastByteNanos();
    }

    /** Status line and headers of the last response, as they came; not to be changed. */
    public byte[] head() {
        ResponseHead last = head;
        return last == null ? NO_BYTES : last.bytes();
    }

    /** The body of the last response as it came, chunks put together; empty where not kept. */
    public byte[] body() {
        return reception.body();
    }

    @Override
    public void close() {
        Connection over = connection;
        connection = null;
        if (over != null) {
            over.close();
        }
    }
}
