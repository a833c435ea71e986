package io.spate.http.channel;

import io.spate.http.body.StreamedBody;
import io.spate.http.h2.Http2Connection;
import io.spate.http.h2.Http2Stream;
import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseHead;
import io.spate.net.Connection;
import io.spate.net.failure.NetException;

/** HTTP/2: as many requests at once as the server allows. */
final class Http2Channel implements Channel {
    private final Http2Connection connection;

    Http2Channel(Http2Connection connection) {
        this.connection = connection;
    }

    @Override
    public ResponseHead exchange(Call call) throws NetException, Failed {
        RequestBytes request = call.request();
        ByteWriter block = request.block(call.origin().tls());
        Http2Stream stream = call.stream();
        stream.prepare(
                block.array(),
                block.length(),
                call.noBody(),
                call.readyNanos,
                call.deadlineNanos(),
                call.firstByteTimeoutNanos());
        StreamedBody streamed = call.streamed();
        if (streamed != null) {
            stream.body(streamed);
        } else if (call.body().length > 0) {
            stream.body(call.body(), 0, call.body().length);
        } else {
            int head = request.headLength();
            stream.body(request.bytes(), head, request.length() - head);
        }
        try {
            return connection.exchange(stream);
        } finally {
            call.readyNanos = stream.readyNanos();
            call.sentNanos = stream.sentNanos();
            call.firstByteDeadlineNanos = stream.firstByteDeadlineNanos();
            call.sentBytes += stream.sentBytes();
            call.overheadBytes += stream.overheadBytes();
        }
    }

    @Override
    public boolean isUsable() {
        return connection.isUsable();
    }

    @Override
    public Connection.Opening opening() {
        return connection.wire().opening();
    }

    @Override
    public void close() {
        connection.retire();
    }
}
