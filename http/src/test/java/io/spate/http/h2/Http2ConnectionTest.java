package io.spate.http.h2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.http.wire.Failure;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.Reception;
import io.spate.http.wire.ResponseHead;
import io.spate.net.failure.NetException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** One user on one connection, against a server that keeps to the rules. */
class Http2ConnectionTest extends OneUser {
    @Test
    void aResponseWithHeadersAndBody() throws Exception {
        wire.sends(
                ServerFrames.start()
                        .head(1, false, ":status", "200", "content-type", "text/plain")
                        .data(1, false, "hel")
                        .data(1, true, "lo")
                        .bytes());
        ResponseHead head = get();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.protocol()).isEqualTo("HTTP/2.0");
        assertThat(head.header("Content-Type")).contains("text/plain");
        assertThat(body()).isEqualTo("hello");
        assertThat(wire.written()).startsWith("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertThat(connection.isUsable()).isTrue();
    }

    @Test
    void requestsFollowEachOtherOnStreamsOfTheirOwn() throws Exception {
        wire.sends(ServerFrames.start().ok(1, "one").bytes())
                .sends(ServerFrames.none().ok(3, "two").bytes());
        get();
        assertThat(body()).isEqualTo("one");
        get();
        assertThat(body()).isEqualTo("two");
    }

    @Test
    void aHeaderThatComesAgainIsNamedByItsPlace() throws Exception {
        wire.sends(ServerFrames.start().ok(1, "one").bytes())
                .sends(ServerFrames.none().ok(3, "two").bytes());
        get();
        int first = wire.writtenBytes().length;
        get();

        assertThat(wire.written()).containsOnlyOnce("a.test");
        assertThat(wire.writtenBytes().length - first)
                .as("the frame's header and a byte for each field")
                .isEqualTo(9 + 4);
    }

    @Test
    void aServerMayWantNoTable() throws Exception {
        wire.sends(
                        ServerFrames.none()
                                .setting(PeerSettings.HEADER_TABLE_SIZE, 0)
                                .ok(1, "one")
                                .bytes())
                .sends(ServerFrames.none().ok(3, "two").bytes());
        get();
        get();
        String written = wire.written();

        assertThat(written.indexOf("a.test")).isNotEqualTo(written.lastIndexOf("a.test"));
    }

    @Property(tries = 200)
    void theSplitOfTheBytesDoesNotMatter(@ForAll Random random) throws Exception {
        byte[] all =
                ServerFrames.start()
                        .frame(Frame.PING, 0, 0, "12345678")
                        .head(1, false, ":status", "103", "link", "</a>")
                        .frame(Frame.HEADERS, 0, 1, ServerFrames.block(":status", "200"))
                        .frame(Frame.CONTINUATION, 0, 1, "")
                        .frame(
                                Frame.CONTINUATION,
                                Frame.END_HEADERS,
                                1,
                                ServerFrames.block("a", "b"))
                        .frame(Frame.PRIORITY, 0, 1, "12345")
                        .frame(0x77, 0, 0, "an extension")
                        .frame(Frame.DATA, Frame.PADDED, 1, "\3hello\0\0\0")
                        .windowUpdate(1, 77)
                        .head(1, true, "trailer", "x")
                        .bytes();
        for (int from = 0; from < all.length; ) {
            int to = Math.min(all.length, from + 1 + random.nextInt(40));
            wire.sends(Arrays.copyOfRange(all, from, to));
            from = to;
        }
        ResponseHead head = get();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("A")).contains("b");
        assertThat(head.header("link")).isEmpty();
        assertThat(body()).isEqualTo("hello");
        assertThat(stream.overheadBytes() + reception.receivedBytes()).isEqualTo(all.length);
        assertThat(connection.isUsable()).isTrue();
        // The answer to the ping has gone out with the acknowledgement of the settings.
        assertThat(wire.written()).contains("12345678");
    }

    @Test
    void aSmallBodyGoesWithTheHead() throws Exception {
        wire.sends(ServerFrames.start().ok(1, "").bytes());
        exchange("POST", "payload");
        assertThat(wire.written()).contains("payload");
        // The acknowledgement of the settings goes to the account of the next request.
        assertThat(stream.sentBytes()).isEqualTo(wire.writtenBytes().length - 9);
    }

    @Test
    void aLargeBodyWaitsForTheServersWindow() throws Exception {
        wire.sends(ServerFrames.start().bytes())
                .sends(ServerFrames.none().windowUpdate(1, 100_000).windowUpdate(0, 20_000).bytes())
                .sends(ServerFrames.none().windowUpdate(0, 100_000).bytes())
                .sends(ServerFrames.none().ok(1, "thanks").bytes());
        exchange("POST", "x".repeat(100_000));

        assertThat(body()).isEqualTo("thanks");
        assertThat(wire.written().chars().filter(it -> it == 'x').count()).isEqualTo(100_000);
    }

    @Test
    void anAnswerBeforeTheBodyIsReadCounts() throws Exception {
        wire.sends(ServerFrames.start().head(1, true, ":status", "413").bytes());
        assertThat(exchange("POST", "x".repeat(100_000)).status()).isEqualTo(413);
        assertThat(connection.isUsable()).isTrue();
    }

    @Test
    void aTimeoutEndsTheStreamAndNotTheConnection() throws Exception {
        wire.sends(ServerFrames.start().bytes()).fails(NetException.Kind.TIMEOUT);
        assertThatThrownBy(this::get).isInstanceOf(NetException.class);
        byte[] written = wire.writtenBytes();
        assertThat(written[written.length - 10]).isEqualTo((byte) Frame.RST_STREAM);
        assertThat(written[written.length - 1]).isEqualTo((byte) ErrorCode.CANCEL.number());

        assertThat(connection.isUsable()).isTrue();
        wire.sends(ServerFrames.none().ok(1, "late").bytes());
        wire.sends(ServerFrames.none().ok(3, "next").bytes());
        get();
        assertThat(body()).isEqualTo("next");
    }

    @Test
    void theServersReasonForAResetIsTold() {
        Failed failed = failedBy(ServerFrames.start().reset(1, ErrorCode.INTERNAL_ERROR));
        assertThat(failed.failure().kind()).isEqualTo("reset");
        assertThat(failed.text()).contains("INTERNAL_ERROR");
        assertThat(failed.failure().isUnprocessed()).isFalse();
    }

    @Test
    void aRefusedStreamMayBeSentAgain() {
        Failed failed = failedBy(ServerFrames.start().reset(1, ErrorCode.REFUSED_STREAM));
        assertThat(failed.failure().isUnprocessed()).isTrue();
    }

    @Test
    void whatTheServerHasNotBegunWhenItGoesMayBeSentAgain() {
        Failed failed = failedBy(ServerFrames.start().goAway(0, ErrorCode.NO_ERROR));
        assertThat(failed.failure()).isEqualTo(Failure.GOING_AWAY);
        assertThat(failed.failure().isUnprocessed()).isTrue();
        assertThat(connection.isUsable()).isFalse();
    }

    @Test
    void whatItHasBegunIsAnsweredOrClosed() throws Exception {
        wire.sends(ServerFrames.start().goAway(1, ErrorCode.NO_ERROR).ok(1, "last").bytes());
        get();
        assertThat(body()).isEqualTo("last");
        assertThat(connection.isUsable()).isFalse();

        open();
        Failed failed = failedBy(ServerFrames.start().goAway(1, ErrorCode.ENHANCE_YOUR_CALM));
        assertThat(failed.failure()).isEqualTo(Failure.CLOSED);
        assertThat(failed.text()).contains("ENHANCE_YOUR_CALM");
    }

    @Test
    void anIdleConnectionThatClosesIsToldAsSuch() throws Exception {
        wire.sends(ServerFrames.start().ok(1, "").bytes()).closes();
        get();
        assertThatThrownBy(this::get)
                .isInstanceOfSatisfying(
                        NetException.class,
                        e -> assertThat(e.kind()).isEqualTo(NetException.Kind.CLOSED));
    }

    @Test
    void repeatedHeadsAreTheSameObjectUntilTheTableChanges() throws Exception {
        String added = "@\1a\1b";
        wire.sends(ServerFrames.start().head(1, true, ":status", "200").bytes())
                .sends(ServerFrames.none().head(3, true, ":status", "200").bytes())
                .sends(ServerFrames.none().frame(Frame.HEADERS, 5, 5, "\u0088" + added).bytes())
                .sends(ServerFrames.none().frame(Frame.HEADERS, 5, 7, "\u0088\u00be").bytes())
                .sends(ServerFrames.none().frame(Frame.HEADERS, 5, 9, "\u0088@\1c\1d").bytes())
                .sends(ServerFrames.none().frame(Frame.HEADERS, 5, 11, "\u0088\u00be").bytes());
        ResponseHead first = get();
        assertThat(get()).isSameAs(first);
        assertThat(get().header("a")).contains("b");
        assertThat(get().header("a")).contains("b");
        assertThat(get().header("c")).contains("d");
        ResponseHead last = get();
        assertThat(last.header("c")).contains("d");
        assertThat(last.header("a")).isEmpty();
    }

    @Test
    void moreDataThanTheWindowIsAFailure() {
        var frames = ServerFrames.start().head(1, false, ":status", "200");
        wire.sends(frames.bytes());
        String piece = "x".repeat(16_000);
        reception = new Reception(Long.MAX_VALUE);
        stream = new Http2Stream(reception);
        for (int i = 0; i < 1_100; i++) {
            wire.sends(ServerFrames.none().data(1, false, piece).bytes());
        }
        // Each window update is honoured, so that this is allowed.
        assertThatThrownBy(this::get).isInstanceOf(NetException.class);
        assertThat(reception.bodyBytes()).isEqualTo(16_000L * 1_100);
    }

    @Test
    void aHeadRequestHasNoBody() throws Exception {
        wire.sends(
                ServerFrames.start()
                        .head(1, true, ":status", "200", "content-length", "1000")
                        .bytes());
        assertThat(exchange("HEAD", "").contentLength()).isEqualTo(1000);
        assertThat(body()).isEmpty();
    }

    @Test
    void phasesFollowTheBytes() throws Exception {
        clock.sendNanos(5);
        wire.sends(new String(ServerFrames.start().bytes(), ISO_8859_1), 10)
                .sends(
                        new String(
                                ServerFrames.none().head(1, false, ":status", "200").bytes(),
                                ISO_8859_1),
                        20)
                .sends(new String(ServerFrames.none().data(1, true, "x").bytes(), ISO_8859_1), 30);
        long start = clock.nanoTime();
        get();
        assertThat(stream.readyNanos()).isEqualTo(start);
        assertThat(stream.sentNanos()).isEqualTo(start + 5);
        assertThat(reception.firstByteNanos()).isEqualTo(wire.receivedNanos() - 30);
        assertThat(reception.lastByteNanos()).isEqualTo(wire.receivedNanos());
    }
}
