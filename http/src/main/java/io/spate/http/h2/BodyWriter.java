package io.spate.http.h2;

import io.spate.http.body.StreamedBody;
import io.spate.net.failure.NetException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends the bodies of requests, as fast as the server's windows allow. */
final class BodyWriter {
    private static final byte[] NO_BYTES = {};

    private final Http2Connection connection;
    private final FrameWriter writer;
    private final Inbound inbound;

    BodyWriter(Http2Connection connection, FrameWriter writer, Inbound inbound) {
        this.connection = connection;
        this.writer = writer;
        this.inbound = inbound;
    }

    /** Sends a stream's body, or as much of it as the server wants before it answers. */
    void send(Http2Stream stream) throws NetException {
        StreamedBody streamed = stream.streamed();
        try {
            if (streamed == null) {
                write(stream, stream.body(), stream.bodyFrom(), stream.bodyLength(), true);
            } else {
                streamed.writeTo(
                        (bytes, offset, length) -> write(stream, bytes, offset, length, false));
                write(stream, NO_BYTES, 0, 0, true);
            }
        } catch (NetException e) {
            // A server may answer without reading it all: its response counts.
            if (!stream.ended()) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the body cannot be sent: " + e.getMessage(), e);
        }
    }

    private void write(Http2Stream stream, byte[] bytes, int offset, int length, boolean last)
            throws NetException {
        int from = offset;
        int end = offset + length;
        do {
            if (from < end) {
                awaitWindow(stream);
            }
            from += writeFrame(stream, bytes, from, end, last);
        } while (from < end);
    }

    private void awaitWindow(Http2Stream stream) throws NetException {
        if (connection.room(stream) > 0) {
            return;
        }
        stream.needsWindow = true;
        try {
            while (connection.room(stream) <= 0 && !stream.ended()) {
                connection.await(stream, stream.deadlineNanos());
            }
        } finally {
            stream.needsWindow = false;
        }
        // Somebody else may have to read while this one writes.
        connection.passOn();
    }

    /** Writes one frame; how many bytes of the body it has. None where others took the window. */
    private int writeFrame(Http2Stream stream, byte[] bytes, int from, int end, boolean last)
            throws NetException {
        writer.lock(stream.waiter, stream.deadlineNanos());
        try {
            if (stream.ended()) {
                throw new NetException(NetException.Kind.CLOSED, "the server wants no more");
            }
            int count = Math.min(end - from, Math.max(0, connection.room(stream)));
            if (count == 0 && from < end) {
                return 0;
            }
            inbound.sent(stream, count);
            boolean ends = last && from + count == end;
            writer.writeData(stream, bytes, from, count, ends, stream.deadlineNanos());
            stream.sentWhole = ends;
            return count;
        } catch (NetException e) {
            throw stream.ended() ? e : connection.cutOff(e);
        } finally {
            writer.unlock();
        }
    }
}
