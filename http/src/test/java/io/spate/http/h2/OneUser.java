package io.spate.http.h2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.spate.http.h2.hpack.RequestEncoder;
import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.FakeClock;
import io.spate.http.wire.FakeConnection;
import io.spate.http.wire.Reception;
import io.spate.http.wire.ResponseHead;
import io.spate.net.failure.NetException;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.BeforeEach;

/** One user on one connection, against a server that acts by a script. */
abstract class OneUser {
    private static final int BODY_BYTES_MAX = 1 << 20;

    FakeClock clock;
    FakeConnection wire;
    Http2Connection connection;
    Reception reception;
    Http2Stream stream;

    @BeforeEach
    @BeforeTry
    void open() {
        clock = new FakeClock();
        wire = new FakeConnection(clock);
        connection = new Http2Connection(wire, (_, _) -> () -> {}, clock);
        reception = new Reception(BODY_BYTES_MAX);
        stream = new Http2Stream(reception);
    }

    ResponseHead get() throws NetException, Failed {
        return exchange("GET", "");
    }

    ResponseHead exchange(String method, String body) throws NetException, Failed {
        var block = new ByteWriter();
        byte[] head = (method + " / HTTP/1.1\r\nHost: a.test\r\n\r\n").getBytes(ISO_8859_1);
        RequestEncoder.encode(head, head.length, false, block);
        long now = clock.nanoTime();
        reception.reset(null, true);
        stream.prepare(
                block.array(),
                block.length(),
                method.equals("HEAD"),
                now,
                now + 1_000_000_000,
                Long.MAX_VALUE);
        byte[] bytes = body.getBytes(ISO_8859_1);
        stream.body(bytes, 0, bytes.length);
        return connection.exchange(stream);
    }

    String body() {
        return new String(reception.body(), ISO_8859_1);
    }

    Failed failedBy(ServerFrames frames) {
        wire.sends(frames.bytes()).closes();
        try {
            get();
        } catch (Failed e) {
            return e;
        } catch (NetException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no failure");
    }
}
