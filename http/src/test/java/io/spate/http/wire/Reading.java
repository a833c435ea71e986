package io.spate.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseReader.HeadMemory;
import io.spate.net.failure.NetException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the reader makes of a peer that sends some bytes and closes.
 *
 * @param status 0 where there is no whole response
 * @param body as Latin-1
 * @param failure the text of what went wrong; empty where nothing did
 */
public record Reading(int status, String body, String failure) {
    static final int BODY_BYTES_MAX = 1 << 20;

    /** All bytes come at once. */
    public static Reading whole(byte[] response) {
        return cut(response);
    }

    /** The bytes come in pieces, cut at some places in ascending order. */
    static Reading cut(byte[] response, int... places) {
        var connection = new FakeConnection(new FakeClock());
        int from = 0;
        for (int to :
                IntStream.concat(Arrays.stream(places), IntStream.of(response.length)).toArray()) {
            if (to > from) {
                connection.sends(Arrays.copyOfRange(response, from, to));
                from = to;
            }
        }
        return of(connection.closes());
    }

    /** Each byte comes alone. */
    static Reading crumbs(byte[] response) {
        return cut(response, IntStream.range(1, Math.max(1, response.length)).toArray());
    }

    private static Reading of(FakeConnection connection) {
        var reception = new Reception(BODY_BYTES_MAX);
        var reader = new ResponseReader(reception);
        try {
            ResponseHead head = reader.read(connection, new HeadMemory(), false, 0);
            return new Reading(head.status(), new String(reception.body(), ISO_8859_1), "");
        } catch (Failed e) {
            return new Reading(0, "", e.failure().text());
        } catch (NetException e) {
            return new Reading(0, "", String.valueOf(e.getMessage()));
        }
    }
}
