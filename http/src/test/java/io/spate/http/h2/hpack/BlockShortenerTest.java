package io.spate.http.h2.hpack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.http.wire.ByteWriter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockShortenerTest {
    private final BlockShortener shortener = new BlockShortener();

    private byte[] sent(String... headers) {
        var head = "GET / HTTP/1.1\r\nHost: a.test\r\n";
        byte[] bytes = (head + String.join("", headers) + "\r\n").getBytes(ISO_8859_1);
        var block = new ByteWriter();
        RequestEncoder.encode(bytes, bytes.length, false, block);
        var out = new ByteWriter();
        shortener.shorten(block.array(), block.length(), out);
        return out.toByteArray();
    }

    @Test
    void aFieldTakesOneByteWhenItComesAgain() {
        assertThat(new String(sent("Accept: */*\r\n"), ISO_8859_1)).contains("a.test", "*/*");
        assertThat(sent("Accept: */*\r\n")).hasSize(5);
    }

    @Test
    void whatIsAnotherInEachRequestDoesNotDriveOutTheRest() {
        sent();
        IntStream.range(0, 1_000).forEach(i -> sent("X-Request: %d\r\n".formatted(i)));

        assertThat(sent()).hasSize(4);
        assertThat(sent("X-Request: 3\r\n")).as("among the first values").hasSize(5);
        assertThat(new String(sent("X-Request: 999\r\n"), ISO_8859_1)).contains("999");
    }

    @Test
    void aFullTableStaysAsItIs() {
        var names = IntStream.range(0, 100).mapToObj("X-%d: some text\r\n"::formatted).toList();
        sent(names.toArray(String[]::new));

        assertThat(sent(names.getFirst())).as("two bytes for an index over 126").hasSize(3 + 2 * 2);
        assertThat(new String(sent(names.getLast()), ISO_8859_1)).contains("x-99", "some text");
    }

    @Test
    void secretsAreWrittenEachTime() {
        String[] secrets = {"Authorization: Bearer t0ken\r\n", "Cookie: id=s3cret\r\n"};
        sent(secrets);

        assertThat(new String(sent(secrets), ISO_8859_1)).contains("t0ken", "s3cret");
    }

    @Test
    void aChangedTableBeginsAnew() {
        sent();
        shortener.limit(100);
        byte[] next = sent();

        assertThat(next).startsWith(0x20, 0x3f, 100 - 31);
        assertThat(new String(next, ISO_8859_1)).contains("a.test");
        assertThat(sent()).hasSize(4);
    }
}
