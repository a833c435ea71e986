package io.spate.http.wire;

import io.spate.http.wire.Failure.Failed;
import io.spate.net.Connection;
import io.spate.net.failure.NetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one response of HTTP/1.1 after another from connections, straight out of their buffers.
 * Belongs to one virtual user.
 */
public final class ResponseReader {
    static final int HEAD_BYTES_MAX = 64 << 10;
    static final int CHUNK_LINE_BYTES_MAX = 4 << 10;
    static final int INTERIM_RESPONSES_MAX = 16;
    private static final int REMEMBERED_HEAD_BYTES_MAX = 2 << 10;
    private static final int SHOWN_GARBAGE_BYTES = 200;

    private final Reception to;

    @SuppressWarnings("NullAway.Init") // set by read(), which alone leads to its uses
    private Connection connection;

    private long deadlineNanos;
    private long firstByteDeadlineNanos;
    private boolean reusable;

    /** Reads into a place of its own. */
    public ResponseReader(Reception to) {
        this.to = to;
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
        reusable = false;
        ResponseHead read = firstHead(memory);
        for (int interim = 1; read.isInterim(); interim++) {
            if (interim > INTERIM_RESPONSES_MAX) {
                throw new Failed(Failure.TOO_MANY_INTERIM);
            }
            read = readHead(memory);
        }
        to.head(read);
        reusable = read.reusable();
        if (!noBody && !read.isBodiless()) {
            readBody(read);
        }
        // What follows the response was not asked for, so that the next one could not be told.
        reusable &= connection.position() == connection.limit();
        return read;
    }

    /** Keeps an example of what is no response. */
    private ResponseHead firstHead(HeadMemory memory) throws NetException, Failed {
        try {
            return readHead(memory);
        } catch (NetException | Failed e) {
            int from = connection.position();
            int until = Math.min(connection.limit(), from + SHOWN_GARBAGE_BYTES);
            to.unread(Arrays.copyOfRange(connection.buffer(), from, until));
            throw e;
        }
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
        to.endBody();
    }

    private void readLength(long length) throws NetException, Failed {
        to.expectBody(length, connection.limit() - connection.position());
        take(length);
    }

    private void readUntilClose() throws NetException, Failed {
        reusable = false;
        do {
            int arrived = connection.limit() - connection.position();
            to.checkBodyLength(to.bodyBytes() + arrived);
            take(arrived);
        } while (fillOrEnd());
    }

    private void readChunks() throws NetException, Failed {
        while (true) {
            long size = chunkSize(line());
            if (size == 0) {
                break;
            }
            to.checkBodyLength(to.bodyBytes() + size);
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

    /** Moves bytes of the body out of the connection, waiting for them. */
    private void take(long length) throws NetException {
        long remaining = length;
        while (true) {
            int position = connection.position();
            int count = (int) Math.min(remaining, connection.limit() - position);
            to.take(connection.buffer(), position, count);
            connection.consume(count);
            remaining -= count;
            if (remaining == 0) {
                return;
            }
            fill();
        }
    }

    private void fill() throws NetException {
        if (!fillOrEnd()) {
            throw new NetException(NetException.Kind.CLOSED, Failure.CLOSED.text());
        }
    }

    private boolean fillOrEnd() throws NetException {
        int count =
                connection.fill(to.receivedBytes() == 0 ? firstByteDeadlineNanos : deadlineNanos);
        if (count < 0) {
            return false;
        }
        to.received(count, connection.receivedNanos());
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
