package io.spate.output.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SnappyTest {
    @Provide
    Arbitrary<byte[]> repeating() {
        return Arbitraries.bytes().between((byte) 0, (byte) 3).array(byte[].class).ofMaxSize(3_000);
    }

    @Property
    void whatIsCompressedIsReadAgain(@ForAll("repeating") byte[] bytes) {
        assertThat(plain(Snappy.compress(bytes))).isEqualTo(bytes);
    }

    @Property
    void anythingIsReadAgain(@ForAll byte[] bytes) {
        assertThat(plain(Snappy.compress(bytes))).isEqualTo(bytes);
    }

    @Test
    void matchesThatAreFarAwayAreNotTaken() {
        var bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        System.arraycopy(bytes, 0, bytes, 200_000, 100_000);

        assertThat(plain(Snappy.compress(bytes))).isEqualTo(bytes);
    }

    @Test
    void namesThatRepeatTakeLittleRoom() {
        var text = "__name__k6_http_req_duration_p99methodGETname/api/users/{id}".repeat(1_000);
        var bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Snappy.compress(bytes)).hasSizeLessThan(bytes.length / 15);
    }

    /** As the description of the format says. */
    private static byte[] plain(byte[] from) {
        int at = 0;
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int octet = from[at++];
            length |= (octet & 0x7f) << shift;
            if (octet >= 0) {
                break;
            }
        }
        var to = new byte[length];
        int size = 0;
        while (at < from.length) {
            int tag = from[at++] & 0xff;
            switch (tag & 3) {
                case 0 -> {
                    int less = tag >> 2;
                    if (less >= 60) {
                        int more = less - 59;
                        less = 0;
                        for (int i = 0; i < more; i++) {
                            less |= (from[at++] & 0xff) << (8 * i);
                        }
                    }
                    System.arraycopy(from, at, to, size, less + 1);
                    at += less + 1;
                    size += less + 1;
                }
                case 2 -> {
                    int offset = from[at++] & 0xff;
                    offset |= (from[at++] & 0xff) << 8;
                    for (int i = 0; i <= tag >> 2; i++) {
                        to[size] = to[size - offset];
                        size++;
                    }
                }
                default -> throw new AssertionError("not written by us: " + tag);
            }
        }
        assertThat(size).isEqualTo(length);
        return to;
    }
}
