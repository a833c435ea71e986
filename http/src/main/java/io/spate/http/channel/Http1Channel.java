package io.spate.http.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.spate.http.body.StreamedBody;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseHead;
import io.spate.http.wire.ResponseReader;
import io.spate.net.Connection;
import io.spate.net.failure.NetException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** HTTP/1.1: one request after another. */
final class Http1Channel implements Channel {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

    private final Connection connection;

    /** Whether a response was not read to its end, or was the last one. */
    private boolean spent;

    Http1Channel(Connection connection) {
        this.connection = connection;
    }

    @Override
    public ResponseHead exchange(Call call) throws NetException, Failed {
        spent = true;
        try {
            send(call);
            long most = call.firstByteTimeoutNanos();
            if (most < Long.MAX_VALUE) {
                call.firstByteDeadlineNanos = Math.min(call.deadlineNanos(), call.now() + most);
            }
            ResponseReader reader = call.reader();
            ResponseHead head =
                    reader.read(
                            connection,
                            call.memory(),
                            call.noBody(),
                            call.deadlineNanos(),
                            call.firstByteDeadlineNanos);
            spent = !reader.reusable();
            return head;
        } finally {
            call.sentNanos = connection.sentNanos();
        }
    }

    private void send(Call call) throws NetException {
        RequestBytes request = call.request();
        connection.write(request.bytes(), 0, request.length(), call.deadlineNanos());
        call.sentBytes += request.length();
        StreamedBody streamed = call.streamed();
        try {
            if (streamed != null) {
                send(streamed, call);
            } else if (call.body().length > 0) {
                write(call, call.body(), 0, call.body().length);
            }
        } catch (NetException e) {
            // A server may refuse a body, and close, without reading it all: its response counts.
            if (e.kind() != NetException.Kind.RESET) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the body cannot be sent: " + e.getMessage(), e);
        }
    }

    private void send(StreamedBody streamed, Call call) throws IOException {
        if (streamed.lengthBytes() >= 0) {
            streamed.writeTo((bytes, offset, length) -> write(call, bytes, offset, length));
            return;
        }
        streamed.writeTo((bytes, offset, length) -> writeChunk(call, bytes, offset, length));
        write(call, LAST_CHUNK, 0, LAST_CHUNK.length);
    }

    private void writeChunk(Call call, byte[] bytes, int offset, int length) throws NetException {
        if (length > 0) { // an empty chunk would be the last one
            byte[] size = (Integer.toHexString(length) + "\r\n").getBytes(US_ASCII);
            write(call, size, 0, size.length);
            write(call, bytes, offset, length);
            write(call, LAST_CHUNK, 1, 2);
        }
    }

    private void write(Call call, byte[] bytes, int offset, int length) throws NetException {
        connection.write(bytes, offset, length, call.deadlineNanos());
        call.sentBytes += length;
    }

    @Override
    public boolean isUsable() {
        return !spent && connection.isOpen() && connection.position() == connection.limit();
    }

    @Override
    public Connection.Opening opening() {
        return connection.opening();
    }

    @Override
    public void close() {
        connection.close();
    }
}
