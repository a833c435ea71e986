package io.spate.http.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDecoderTest {
    private static final int MAX = 1 << 20;

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        write(new GZIPOutputStream(out), bytes);
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean wrapped) throws IOException {
        var out = new ByteArrayOutputStream();
        write(new DeflaterOutputStream(out, new Deflater(6, !wrapped)), bytes);
        return out.toByteArray();
    }

    private static void write(OutputStream to, byte[] bytes) throws IOException {
        try (to) {
            to.write(bytes);
        }
    }

    @Property(tries = 200)
    void undoesWhatServersDo(@ForAll byte[] bytes) throws IOException {
        assertThat(ContentDecoder.decode(gzip(bytes), "gzip", MAX)).isEqualTo(bytes);
        assertThat(ContentDecoder.decode(gzip(bytes), " X-GZIP ", MAX)).isEqualTo(bytes);
        assertThat(ContentDecoder.decode(deflate(bytes, true), "deflate", MAX)).isEqualTo(bytes);
        assertThat(ContentDecoder.decode(deflate(bytes, false), "deflate", MAX)).isEqualTo(bytes);
        assertThat(ContentDecoder.decode(gzip(deflate(bytes, true)), "deflate, gzip", MAX))
                .isEqualTo(bytes);
        assertThat(ContentDecoder.decode(bytes, "identity", MAX)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void whatIsNotSoCodedIsAnError(String coding) {
        byte[] text = "not compressed at all".getBytes(UTF_8);
        assertThatThrownBy(() -> ContentDecoder.decode(text, coding, MAX))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aBombIsAnError() throws IOException {
        byte[] bomb = gzip(new byte[100_001]);
        assertThat(ContentDecoder.decode(bomb, "gzip", 100_001)).hasSize(100_001);
        assertThatThrownBy(() -> ContentDecoder.decode(bomb, "gzip", 100_000))
                .hasMessage("more than 100000 bytes after gzip");
    }
}
