package io.spate.http.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.http.wire.Failure;
import io.spate.http.wire.Failure.Failed;
import io.spate.net.failure.NetException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that break the rules: no hang, and the right kind of failure. */
class MisbehavingServerTest extends OneUser {
    @Property(tries = 500)
    void noBytesMakeItHangOrFailOtherwiseThanByKind(@ForAll byte[] garbage) {
        wire.sends(ServerFrames.start().head(1, false, ":status", "200").bytes());
        wire.sends(garbage).closes();
        try {
            get();
        } catch (NetException | Failed e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    @Property(tries = 500)
    void aChangedByteIsToldOrDoesNotMatter(@ForAll Random random) {
        byte[] all =
                ServerFrames.start()
                        .head(1, false, ":status", "200", "content-length", "5")
                        .data(1, true, "hello")
                        .bytes();
        all[random.nextInt(all.length)] = (byte) random.nextInt(256);
        wire.sends(all).closes();
        try {
            assertThat(get().status()).isBetween(200, 999);
        } catch (NetException | Failed e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "content-length, 6", // but five come
        "content-length, x",
        "Upper, a",
        "a b, c",
        ":path, /"
    })
    void malformedResponsesEndTheStreamAlone(String name, String value) throws Exception {
        wire.sends(
                ServerFrames.start()
                        .head(1, false, ":status", "200", name, value)
                        .data(1, true, "hello")
                        .bytes());
        wire.sends(ServerFrames.none().ok(3, "fine").bytes());
        assertThatThrownBy(this::get)
                .isInstanceOfSatisfying(
                        Failed.class, e -> assertThat(e.failure().kind()).isEqualTo("protocol"));
        get();
        assertThat(body()).isEqualTo("fine");
    }

    @Test
    void aPeerThatBreaksTheProtocolIsToldAndTheKindIsRight() {
        String block = ServerFrames.block(":status", "200");
        ServerFrames[] wrong = {
            ServerFrames.none().head(1, true, ":status", "200"),
            ServerFrames.none().frame(Frame.SETTINGS, Frame.ACK, 0, ""),
            ServerFrames.start().frame(Frame.SETTINGS, 0, 1, ""),
            ServerFrames.start().frame(Frame.SETTINGS, 0, 0, "12345"),
            ServerFrames.start().setting(PeerSettings.INITIAL_WINDOW_SIZE, -1),
            ServerFrames.start().setting(PeerSettings.MAX_FRAME_SIZE, 100),
            ServerFrames.start().setting(PeerSettings.ENABLE_PUSH, 1),
            ServerFrames.start()
                    .frame(Frame.PUSH_PROMISE, Frame.END_HEADERS, 1, "\0\0\0\2" + block),
            ServerFrames.start().frame(Frame.PING, 0, 0, "1234567"),
            ServerFrames.start().frame(Frame.DATA, Frame.PADDED, 1, "\5abcd"),
            ServerFrames.start().frame(Frame.DATA, 0, 3, "nobody asked"),
            ServerFrames.start().frame(Frame.DATA, 0, 2, "a stream of the server's"),
            ServerFrames.start()
                    .frame(Frame.HEADERS, 0, 1, block)
                    .frame(Frame.PING, 0, 0, "12345678"),
            ServerFrames.start().frame(Frame.CONTINUATION, 0, 1, block),
            ServerFrames.start().frame(Frame.HEADERS, Frame.END_HEADERS, 1, "\u00be"),
            ServerFrames.start().windowUpdate(0, 0),
            ServerFrames.start().windowUpdate(0, Integer.MAX_VALUE),
            ServerFrames.start().frame(Frame.DATA, 0, 1, "x".repeat(20_000)),
        };
        for (int i = 0; i < wrong.length; i++) {
            open();
            Failed failed = failedBy(wrong[i]);
            assertThat(failed.failure()).as("case %d", i).isEqualTo(Failure.HTTP2_CONNECTION);
            assertThat(wire.isOpen()).isFalse();
            byte[] written = wire.writtenBytes();
            assertThat(written[written.length - 14])
                    .as("case %d", i)
                    .isEqualTo((byte) Frame.GOAWAY);
        }
    }

    @Test
    void aServerOfHttp11IsToldAsSuch() {
        wire.sends("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").closes();
        assertThatThrownBy(this::get)
                .isInstanceOf(Failed.class)
                .hasMessageContaining("does not start with SETTINGS");
    }

    @Test
    void floodsAreBounded() {
        var continuations = ServerFrames.start().frame(Frame.HEADERS, 0, 1, "");
        for (int i = 0; i < 100; i++) {
            continuations.frame(Frame.CONTINUATION, 0, 1, "");
        }
        assertThat(failedBy(continuations).text()).contains("64 frames");

        open();
        var large = ServerFrames.start().frame(Frame.HEADERS, 0, 1, "");
        for (int i = 0; i < 5; i++) {
            large.frame(Frame.CONTINUATION, 0, 1, "x".repeat(16_000));
        }
        assertThat(failedBy(large).text()).contains("64 KB");

        open();
        var pings = ServerFrames.start();
        for (int i = 0; i < 10_000; i++) {
            pings.frame(Frame.PING, 0, 0, "12345678");
        }
        assertThat(failedBy(pings).failure()).isEqualTo(Failure.HTTP2_CONNECTION);

        open();
        var interims = ServerFrames.start();
        for (int i = 0; i < 20; i++) {
            interims.head(1, false, ":status", "103");
        }
        assertThat(failedBy(interims).failure()).isEqualTo(Failure.TOO_MANY_INTERIM);
    }

    @Test
    void aBodyOverTheLimitEndsTheStreamAlone() throws Exception {
        var frames = ServerFrames.start().head(1, false, ":status", "200");
        for (int i = 0; i < 100; i++) {
            frames.data(1, false, "x".repeat(16_000));
        }
        wire.sends(frames.bytes());
        wire.sends(ServerFrames.none().ok(3, "next").bytes());
        assertThatThrownBy(this::get)
                .isInstanceOfSatisfying(
                        Failed.class,
                        e -> assertThat(e.failure()).isEqualTo(Failure.BODY_TOO_LARGE));
        get();
        assertThat(body()).isEqualTo("next");
    }
}
