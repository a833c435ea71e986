package io.spate.http.h2.hpack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.http.wire.ByteWriter;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 7541, appendix C, and what is wrong with blocks. */
class HpackDecoderTest {
    private final HpackDecoder decoder = new HpackDecoder(4096, 1 << 16);

    private static String decode(HpackDecoder by, String hex) throws HpackException {
        byte[] block = HexFormat.of().parseHex(hex.replace(" ", ""));
        var out = new ByteWriter();
        by.decode(block, 0, block.length, out, (_, _, _) -> {});
        return new String(out.toByteArray(), ISO_8859_1).replace("\r\n", "|");
    }

    @Test
    void literalFields() throws Exception {
        assertThat(
                        decode(
                                decoder,
                                "400a 6375 7374 6f6d 2d6b 6579 0d63 7573 746f 6d2d 6865 6164 6572"))
                .isEqualTo("custom-key: custom-header|");
        assertThat(decode(decoder, "040c 2f73 616d 706c 652f 7061 7468"))
                .isEqualTo(":path: /sample/path|");
        assertThat(decode(decoder, "1008 7061 7373 776f 7264 0673 6563 7265 74"))
                .isEqualTo("password: secret|");
        assertThat(decode(decoder, "be82")).isEqualTo("custom-key: custom-header|:method: GET|");
    }

    @Test
    void requestsWithoutHuffmanCode() throws Exception {
        assertThat(decode(decoder, "8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d"))
                .isEqualTo(":method: GET|:scheme: http|:path: /|:authority: www.example.com|");
        assertThat(decode(decoder, "8286 84be 5808 6e6f 2d63 6163 6865"))
                .endsWith(":authority: www.example.com|cache-control: no-cache|");
        assertThat(
                        decode(
                                decoder,
                                "8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d"
                                        + "7661 6c75 65"))
                .isEqualTo(
                        ":method: GET|:scheme: https|:path: /index.html|:authority:"
                                + " www.example.com|custom-key: custom-value|");
    }

    @Test
    void requestsWithHuffmanCode() throws Exception {
        assertThat(decode(decoder, "8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff"))
                .endsWith(":authority: www.example.com|");
        assertThat(decode(decoder, "8286 84be 5886 a8eb 1064 9cbf"))
                .endsWith("cache-control: no-cache|");
        assertThat(decode(decoder, "8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf"))
                .endsWith("custom-key: custom-value|");
    }

    @Test
    void responsesWithHuffmanCodeAndATableThatOverflows() throws Exception {
        var small = new HpackDecoder(256, 1 << 16);
        assertThat(
                        decode(
                                small,
                                "4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504"
                                        + " 0b81 66e0 82a6 2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8"
                                        + " e9ae 82ae 43d3"))
                .isEqualTo(
                        ":status: 302|cache-control: private|date: Mon, 21 Oct 2013 20:13:21"
                                + " GMT|location: https://www.example.com|");
        assertThat(decode(small, "4883 640e ffc1 c0bf")).startsWith(":status: 307|cache-control");
        assertThat(
                        decode(
                                small,
                                "88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff"
                                        + " c05a 839b d9ab 77ad 94e7 821d d7f2 e6c7 b335 dfdf cd5b"
                                        + " 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587 3160 65c0 03ed"
                                        + " 4ee5 b106 3d50 07"))
                .isEqualTo(
                        ":status: 200|cache-control: private|date: Mon, 21 Oct 2013 20:13:22"
                                + " GMT|location: https://www.example.com|content-encoding:"
                                + " gzip|set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600;"
                                + " version=1|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80", // no field 0
                "be", // nothing in the dynamic table
                "40", // ends within a field
                "4005 61", // a string longer than its block
                "ffff ffff ffff 7f", // a number without end
                "823f e11f 3fe2 1f", // a change of size behind a field
                "3fe2 1f", // a table larger than allowed
                "0081 00 00", // padding of zeros
                "0084 ffff ffff 00", // the end of a string within it
                "0082 1fff ff00" // a byte of padding
            })
    void malformedBlocksAreToldSo(String hex) {
        assertThatThrownBy(() -> decode(decoder, hex))
                .isInstanceOfSatisfying(
                        HpackException.class, e -> assertThat(e.isTooLarge()).isFalse());
    }

    @Test
    void aSmallBlockDoesNotBecomeAFloodOfFields() {
        var bounded = new HpackDecoder(4096, 10_000);
        String large = "4001 61 7f" + "a11e" + "62".repeat(4000);
        assertThatThrownBy(() -> decode(bounded, large + "be".repeat(100)))
                .isInstanceOfSatisfying(
                        HpackException.class, e -> assertThat(e.isTooLarge()).isTrue());
    }

    @Property
    void noBytesMakeItFailOtherwise(@ForAll byte[] block) {
        try {
            decoder.decode(block, 0, block.length, new ByteWriter(), (_, _, _) -> {});
        } catch (HpackException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void randomBytesInAStringAreDecodedOrRefused(@ForAll Random random) {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        var out = new ByteWriter();
        try {
            Huffman.decode(bytes, 0, bytes.length, out);
            assertThat(out.length()).isLessThanOrEqualTo(bytes.length * 8 / 5);
        } catch (HpackException e) {
            assertThat(e.isTooLarge()).isFalse();
        }
    }
}
