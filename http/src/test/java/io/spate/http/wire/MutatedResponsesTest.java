package io.spate.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However responses are broken, and however they are cut into reads, reading them ends alike. */
@Timeout(120)
class MutatedResponsesTest {
    private static final int MUTANTS = 20_000;

    static List<byte[]> valid() {
        return Mutations.valid();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aValidResponseMayBeCutAtAnyByte(byte[] response) {
        Reading whole = Reading.whole(response);
        assertThat(whole.failure()).isEmpty();
        for (int first = 1; first < response.length; first++) {
            for (int second = first; second < response.length; second++) {
                assertThat(Reading.cut(response, first, second))
                        .as("cut at %d and %d", first, second)
                        .isEqualTo(whole);
            }
        }
        assertThat(Reading.crumbs(response)).isEqualTo(whole);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aResponseThatEndsEarlyIsAFailure(byte[] response) {
        Reading whole = Reading.whole(response);
        for (int length = 0; length < response.length; length++) {
            Reading shorter = Reading.whole(java.util.Arrays.copyOf(response, length));
            boolean untilTheEnd =
                    whole.body().startsWith(shorter.body()) && !shorter.body().isEmpty();
            if (shorter.failure().isEmpty() && !untilTheEnd) {
                // The empty line is there, and a body that lasts to the end may be empty.
                assertThat(new String(response, 0, length, ISO_8859_1)).endsWith("\n");
                assertThat(shorter.status()).isEqualTo(whole.status());
            }
        }
    }

    @Test
    void mutantsAreReadAlikeHoweverTheyAreCut() {
        Set<String> failures = new TreeSet<>();
        int read = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            byte[] mutant = Mutations.mutant(seed);
            Reading whole = Reading.whole(mutant);
            var random = new Random(~seed);
            int[] places = random.ints(3, 0, mutant.length + 1).sorted().toArray();
            String about = "seed " + seed + ": " + new String(mutant, ISO_8859_1);
            assertThat(Reading.cut(mutant, places)).as(about).isEqualTo(whole);
            assertThat(Reading.crumbs(mutant)).as(about).isEqualTo(whole);
            failures.add(whole.failure());
            read += whole.failure().isEmpty() ? 1 : 0;
        }
        // The mutants go all ways through the parser.
        assertThat(read).isBetween(MUTANTS / 10, MUTANTS * 9 / 10);
        assertThat(failures).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void aLongLineOfAChunkIsTooLongHoweverItIsCut() {
        byte[] response =
                ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;"
                                + "x".repeat(ResponseReader.CHUNK_LINE_BYTES_MAX)
                                + "\r\nok\r\n0\r\n\r\n")
                        .getBytes(ISO_8859_1);
        assertThat(Reading.whole(response).failure()).isEqualTo(Failure.CHUNK_LINE_TOO_LONG.text());
        assertThat(Reading.cut(response, 2000, 4000, 6000)).isEqualTo(Reading.whole(response));
    }
}
