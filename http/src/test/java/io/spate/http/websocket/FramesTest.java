package io.spate.http.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.spate.http.websocket.Message.Close;
import io.spate.http.wire.ByteWriter;
import io.spate.net.failure.NetException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Frames, held against those of Netty. */
class FramesTest {
    @Property(tries = 200)
    void aServerReadsWhatIsWritten(
            @ForAll @Size(max = 1000) byte[] payload,
            @ForAll @IntRange(max = 70) int repeats,
            @ForAll int mask) {
        byte[] large = repeated(payload, repeats);
        var out = new ByteWriter();
        FrameWriter.write(out, Opcode.BINARY, large, mask);

        var decoder = new EmbeddedChannel(new WebSocket13FrameDecoder(true, false, 1 << 20));
        decoder.writeInbound(Unpooled.wrappedBuffer(out.toByteArray()));

        BinaryWebSocketFrame frame = decoder.readInbound();
        assertThat(frame.isFinalFragment()).isTrue();
        assertThat(bytes(frame.content())).isEqualTo(large);
        frame.release();
    }

    @Property(tries = 200)
    void messagesComeInWhateverPieces(
            @ForAll @Size(min = 1, max = 5) List<byte[]> parts,
            @ForAll boolean text,
            @ForAll @IntRange(min = 1, max = 300) int chunk)
            throws Exception {
        var encoder = new EmbeddedChannel(new WebSocket13FrameEncoder(false));
        var whole = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            byte[] part = text ? ascii(parts.get(i)) : parts.get(i);
            whole.writeBytes(part);
            boolean last = i == parts.size() - 1;
            encoder.writeOutbound(frame(i == 0, last, text, part));
            if (!last) {
                encoder.writeOutbound(new PingWebSocketFrame());
            }
        }
        var reader = new FrameReader(new Pieces(written(encoder), chunk));

        Message message = reader.read(0);
        int pings = 0;
        while (message instanceof Message.Ping) {
            pings++;
            message = reader.read(0);
        }

        assertThat(pings).isEqualTo(parts.size() - 1);
        byte[] received =
                switch (message) {
                    case Message.Text it -> it.text().getBytes(StandardCharsets.UTF_8);
                    case Message.Binary it -> it.bytes();
                    case Message.Ping _, Message.Pong _, Close _ -> new byte[0];
                };
        assertThat(message instanceof Message.Text).isEqualTo(text);
        assertThat(received).isEqualTo(whole.toByteArray());
    }

    @Property(tries = 500)
    void whateverComesEndsInAMessageOrAnError(@ForAll @Size(max = 200) byte[] garbage) {
        var reader = new FrameReader(new Pieces(garbage, 7));
        try {
            for (int i = 0; i < 300; i++) {
                assertThat(reader.read(0)).isNotNull();
            }
        } catch (WebSocketException e) {
            assertThat(e.code()).isBetween(Close.PROTOCOL_ERROR, Close.TOO_BIG);
        } catch (NetException e) {
            assertThat(e.kind()).isEqualTo(NetException.Kind.CLOSED);
        }
    }

    @Test
    void whatIsAgainstTheProtocolIsRefused() {
        refused(Close.PROTOCOL_ERROR, "reserved", 0xc1, 0);
        refused(Close.PROTOCOL_ERROR, "unknown", 0x83, 0);
        refused(Close.PROTOCOL_ERROR, "masked", 0x81, 0x80, 0, 0, 0, 0);
        refused(Close.PROTOCOL_ERROR, "control frame", 0x09, 0);
        refused(Close.PROTOCOL_ERROR, "continues nothing", 0x80, 0);
        refused(Close.PROTOCOL_ERROR, "within another", 0x01, 0, 0x81, 0);
        refused(Close.PROTOCOL_ERROR, "half a code", 0x88, 1, 3);
        refused(Close.PROTOCOL_ERROR, "not for sending", 0x88, 2, 0x03, 0xed);
        refused(Close.NOT_A_TEXT, "UTF-8", 0x81, 1, 0xff);
        refused(Close.TOO_BIG, "64 MiB", 0x82, 127, 0, 0, 0, 0, 0x7f, 0, 0, 0);
    }

    @Test
    void aClosingFrameHasItsCode() throws Exception {
        assertThat(reader(0x88, 4, 0x03, 0xe8, 'o', 'k').read(0)).isEqualTo(new Close(1000, "ok"));
        assertThat(reader(0x88, 0).read(0)).isEqualTo(new Close(Close.NO_CODE, ""));
    }

    @Test
    void theProofIsThatOfTheSpecification() {
        assertThat(WebSocketClient.proof("dGhlIHNhbXBsZSBub25jZQ=="))
                .isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @Test
    void requestsAreCheckedAtOnce() {
        assertThatThrownBy(() -> new WebSocketRequest("ftp://a", java.util.Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WebSocketRequest("ws://a", java.util.Map.of(), List.of("a b")))
                .hasMessageContaining("subprotocol");
    }

    private static void refused(int code, String words, int... bytes) {
        var reader = reader(bytes);
        var thrown =
                catchThrowableOfType(
                        WebSocketException.class,
                        () -> {
                            reader.read(0);
                            reader.read(0);
                        });
        assertThat(thrown).hasMessageContaining(words);
        assertThat(thrown.code()).isEqualTo(code);
    }

    private static FrameReader reader(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new FrameReader(new Pieces(bytes, 3));
    }

    private static WebSocketFrame frame(boolean first, boolean last, boolean text, byte[] part) {
        ByteBuf content = Unpooled.wrappedBuffer(part);
        if (!first) {
            return new ContinuationWebSocketFrame(last, 0, content);
        }
        return text
                ? new TextWebSocketFrame(last, 0, content)
                : new BinaryWebSocketFrame(last, 0, content);
    }

    private static byte[] written(EmbeddedChannel channel) {
        var all = new ByteArrayOutputStream();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            all.writeBytes(bytes(out));
            out.release();
        }
        return all.toByteArray();
    }

    private static byte[] bytes(ByteBuf buffer) {
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.getBytes(buffer.readerIndex(), bytes);
        return bytes;
    }

    private static byte[] ascii(byte[] bytes) {
        byte[] made = bytes.clone();
        for (int i = 0; i < made.length; i++) {
            made[i] &= 0x7f;
        }
        return made;
    }

    private static byte[] repeated(byte[] payload, int times) {
        var all = new ArrayList<byte[]>();
        for (int i = 0; i < times; i++) {
            all.add(payload);
        }
        var out = new ByteArrayOutputStream();
        all.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
