package io.spate.http.wire;

import io.spate.http.wire.Failure.Failed;
import io.spate.net.Connection;
import io.spate.net.NetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one response after another from connections, straight out of their buffers, and notes when
 * its bytes came. Belongs to one virtual user.
 */
public final class ResponseReader {
    static final int HEAD_BYTES_MAX = 64 << 10;
    static final int CHUNK_LINE_BYTES_MAX = 4 << 10;
    static final int INTERIM_RESPONSES_MAX = 16;
    private static final int REMEMBERED_HEAD_BYTES_MAX = 2 << 10;
    private static final int FIRST_BODY_BYTES_MAX = 64 << 10;
    private static final byte[] NO_BYTES = {};

    private final long bodyBytesMax;
    private final boolean discardBodies;

    @SuppressWarnings("NullAway.Init") // set by read(), which alone leads to its uses
    private Connection connection;

    private long deadlineNanos;
    private long firstByteDeadlineNanos;
    private boolean sinksRedirects = true;
    private @Nullable BodySink sink;
    private @Nullable ResponseHead head;
    private long bodyBytes;
    private long receivedBytes;
    private long firstByteNanos;
    private long lastByteNanos;
    private byte[] body = NO_BYTES;
    private int bodyLength;
    private boolean reusable;

    public ResponseReader(boolean discardBodies, long bodyBytesMax) {
        this.discardBodies = discardBodies;
        this.bodyBytesMax = bodyBytesMax;
    }

    /**
     * Prepares for a response, of which nothing has come yet, and whose body is kept or dropped.
     */
    public void reset() {
        reset(discardBodies ? BodySink.DROP : null, true);
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
        reusable = false;
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

    /** The body of the last response; empty where bodies are dropped. */
    public byte[] body() {
        return body;
    }

    /** How long the last response's body was, as transferred, kept or not. */
    public long bodyBytes() {
        return bodyBytes;
    }

    /** What has come of the body up to now, where it is kept. */
    public byte[] partOfBody() {
        return Arrays.copyOf(body, bodyLength);
    }

    /** What has come and was not understood, at most so many bytes of it. */
    public byte[] unread(int max) {
        if (receivedBytes == 0) {
            return NO_BYTES;
        }
        int from = connection.position();
        return Arrays.copyOfRange(
                connection.buffer(), from, Math.min(connection.limit(), from + max));
    }

    /** The head of the last response, where that came; there even if the body did not. */
    public @Nullable ResponseHead head() {
        return head;
    }

    /** Whether another request can be sent over the connection. */
    public boolean reusable() {
        return reusable;
    }

    /**
     * Reads one whole response.
     *
     * @param memory where the last head of such a response is remembered
     * @param noBody whether the response has no body, as that to HEAD
     */
    public ResponseHead read(Connection from, HeadMemory memory, boolean noBody, long deadline)
            throws NetException, Failed {
        return read(from, memory, noBody, deadline, deadline);
    }

    /**
     * Reads one whole response, with a limit of its own for its first byte.
     *
     * @param firstByteDeadline when to give up where nothing has come
     */
    public ResponseHead read(
            Connection from,
            HeadMemory memory,
            boolean noBody,
            long deadline,
            long firstByteDeadline)
            throws NetException, Failed {
        connection = from;
        deadlineNanos = deadline;
        firstByteDeadlineNanos = firstByteDeadline;
        ResponseHead read = readHead(memory);
        for (int interim = 1; read.isInterim(); interim++) {
            if (interim > INTERIM_RESPONSES_MAX) {
                throw new Failed(Failure.TOO_MANY_INTERIM);
            }
            read = readHead(memory);
        }
        head = read;
        reusable = read.reusable();
        if (!noBody && !read.isBodiless()) {
            if (!sinksRedirects && read.isRedirect()) {
                sink = BodySink.DROP;
            }
            readBody(read);
        }
        // What follows the response was not asked for, so that the next one could not be told.
        reusable &= connection.position() == connection.limit();
        return read;
    }

    private ResponseHead readHead(HeadMemory memory) throws NetException, Failed {
        int searched = 0;
        while (true) {
            byte[] buffer = connection.buffer();
            int start = connection.position();
            int limit = connection.limit();
            ResponseHead last = memory.last;
            if (last != null && last.isStartOf(buffer, start, limit)) {
                connection.consume(last.length());
                return last;
            }
            if (!HeadParser.canStart(buffer, start, limit)) {
                throw new Failed(Failure.STATUS_LINE);
            }
            int end = HeadParser.end(buffer, start, start + searched - 2, limit);
            if ((end < 0 ? limit : end) - start > HEAD_BYTES_MAX) {
                throw new Failed(Failure.HEAD_TOO_LARGE);
            }
            if (end >= 0) {
                ResponseHead parsed = HeadParser.parse(buffer, start, end);
                if (parsed.length() <= REMEMBERED_HEAD_BYTES_MAX && !parsed.isInterim()) {
                    memory.last = parsed;
                }
                connection.consume(end - start);
                return parsed;
            }
            searched = limit - start;
            fill();
        }
    }

    private void readBody(ResponseHead of) throws NetException, Failed {
        switch (of.framing()) {
            case LENGTH -> readLength(of.contentLength());
            case CHUNKED -> readChunks();
            case UNTIL_CLOSE -> readUntilClose();
        }
        if (bodyLength < body.length) {
            body = Arrays.copyOf(body, bodyLength);
        }
    }

    private void readLength(long length) throws NetException, Failed {
        checkBodyLength(length);
        if (sink == null && length > 0) {
            int arrived = connection.limit() - connection.position();
            // A server's word alone does not get much memory.
            body = new byte[(int) Math.min(length, Math.max(arrived, FIRST_BODY_BYTES_MAX))];
        }
        take(length);
    }

    private void readUntilClose() throws NetException, Failed {
        reusable = false;
        do {
            int arrived = connection.limit() - connection.position();
            checkBodyLength(bodyLength + (long) arrived);
            take(arrived);
        } while (fillOrEnd());
    }

    private void readChunks() throws NetException, Failed {
        while (true) {
            long size = chunkSize(line());
            if (size == 0) {
                break;
            }
            checkBodyLength(bodyLength + size);
            take(size);
            if (line() != 0) {
                throw new Failed(Failure.CHUNK_END);
            }
            endLine();
        }
        int trailerBytes = 0;
        int length;
        while ((length = line()) > 0) {
            trailerBytes += length;
            if (trailerBytes > HEAD_BYTES_MAX) {
                throw new Failed(Failure.TRAILERS_TOO_LARGE);
            }
            endLine();
        }
        endLine();
    }

    private long chunkSize(int lineLength) throws Failed {
        byte[] buffer = connection.buffer();
        int at = connection.position();
        int end = at + lineLength;
        int first = at;
        long size = 0;
        int digit;
        while (at < end && (digit = Character.digit(buffer[at], 16)) >= 0) {
            size = (size << 4) | digit;
            at++;
        }
        boolean ended = at == end || buffer[at] == ';' || buffer[at] == ' ' || buffer[at] == '\t';
        // 15 digits cannot overflow
        if (at == first || at - first > 15 || !ended) {
            throw new Failed(Failure.CHUNK_SIZE);
        }
        endLine();
        return size;
    }

    /** Makes sure that a whole line stands in the buffer; its length without the line end. */
    private int line() throws NetException, Failed {
        int searched = 0;
        while (true) {
            byte[] buffer = connection.buffer();
            int start = connection.position();
            int limit = connection.limit();
            int end = Math.min(limit, start + CHUNK_LINE_BYTES_MAX + 1);
            for (int i = start + searched; i < end; i++) {
                if (buffer[i] == '\n') {
                    return i > start && buffer[i - 1] == '\r' ? i - 1 - start : i - start;
                }
            }
            searched = end - start;
            if (searched > CHUNK_LINE_BYTES_MAX) {
                throw new Failed(Failure.CHUNK_LINE_TOO_LONG);
            }
            fill();
        }
    }

    /** Drops a line that {@link #line} has found. */
    private void endLine() {
        byte[] buffer = connection.buffer();
        int at = connection.position();
        while (buffer[at] != '\n') {
            at++;
        }
        connection.consume(at + 1 - connection.position());
    }

    private void checkBodyLength(long length) throws Failed {
        if (sink == null && length > bodyBytesMax) {
            throw new Failed(Failure.BODY_TOO_LARGE);
        }
    }

    /** Moves bytes of the body out of the connection, waiting for them. */
    private void take(long length) throws NetException {
        long remaining = length;
        while (true) {
            int position = connection.position();
            int count = (int) Math.min(remaining, connection.limit() - position);
            BodySink to = sink;
            if (to == null) {
                keep(connection.buffer(), position, count);
            } else if (count > 0) {
                to.take(connection.buffer(), position, count);
            }
            bodyBytes += count;
            connection.consume(count);
            remaining -= count;
            if (remaining == 0) {
                return;
            }
            fill();
        }
    }

    private void keep(byte[] source, int from, int count) {
        if (body.length - bodyLength < count) {
            body = Arrays.copyOf(body, Math.max(body.length * 2, bodyLength + count));
        }
        System.arraycopy(source, from, body, bodyLength, count);
        bodyLength += count;
    }

    private void fill() throws NetException {
        if (!fillOrEnd()) {
            throw new NetException(NetException.Kind.CLOSED, Failure.CLOSED.text());
        }
    }

    private boolean fillOrEnd() throws NetException {
        int count = connection.fill(receivedBytes == 0 ? firstByteDeadlineNanos : deadlineNanos);
        if (count < 0) {
            return false;
        }
        lastByteNanos = connection.receivedNanos();
        if (receivedBytes == 0) {
            firstByteNanos = lastByteNanos;
        }
        receivedBytes += count;
        return true;
    }

    /**
     * The last head of responses to the same request. Servers repeat their headers but for the
     * date, so that most heads need no more than a comparison.
     */
    public static final class HeadMemory {
        private @Nullable ResponseHead last;
    }
}
