package io.spate.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseReader.HeadMemory;
import io.spate.net.failure.NetException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any response. */
class ResponseReaderPropertiesTest {
    private final Reception reception = new Reception(1 << 20);
    private final ResponseReader reader = new ResponseReader(reception);
    private final FakeClock clock = new FakeClock();

    @Property
    void theSplitOfTheBytesDoesNotMatter(
            @ForAll("responses") Response response, @ForAll Random random) throws Exception {
        byte[] all = response.encoded().getBytes(ISO_8859_1);
        var memory = new HeadMemory();
        for (int round = 0; round < 2; round++) {
            var connection = new FakeConnection(clock);
            for (int from = 0; from < all.length; ) {
                int to = Math.min(all.length, from + 1 + random.nextInt(all.length));
                connection.sends(Arrays.copyOfRange(all, from, to));
                from = to;
            }
            connection.closes();
            reception.reset(null, true);
            ResponseHead head = reader.read(connection, memory, false, 0);

            assertThat(head.status()).isEqualTo(response.status());
            assertThat(new String(reception.body(), ISO_8859_1)).isEqualTo(response.body());
            assertThat(head.header("x-other")).contains(response.value());
            assertThat(reception.receivedBytes()).isEqualTo(all.length);
            assertThat(connection.position()).isEqualTo(connection.limit());
        }
    }

    @Property
    void noBytesMakeItFailOtherwiseThanByName(
            @ForAll("responses") Response response,
            @ForAll @IntRange(min = 0, max = 10_000) int place,
            @ForAll byte replacement)
            throws Exception {
        byte[] all = response.encoded().getBytes(ISO_8859_1);
        all[place % all.length] = replacement;
        try {
            var connection = new FakeConnection(clock).sends(all).closes();
            reception.reset(null, true);
            reader.read(connection, new HeadMemory(), false, 0);
        } catch (Failed e) {
            assertThat(e.failure()).isNotNull();
        } catch (NetException e) {
            assertThat(e.kind()).isEqualTo(NetException.Kind.CLOSED);
        }
    }

    /** A response and how it is sent. */
    record Response(int status, List<String> chunks, String value, String lineEnd, int framing) {
        String body() {
            return String.join("", chunks);
        }

        String encoded() {
            String head = "HTTP/1.1 " + status + " Some Reason" + lineEnd + "x-OTHER:" + value;
            return switch (framing) {
                case 0 ->
                        head
                                + lineEnd
                                + "content-LENGTH:  "
                                + body().length()
                                + lineEnd
                                + lineEnd
                                + body();
                case 1 -> head + lineEnd + lineEnd + body();
                default -> {
                    var out = new StringBuilder(head);
                    out.append(lineEnd).append("Transfer-Encoding:chunked").append(lineEnd);
                    out.append(lineEnd);
                    for (String chunk : chunks) {
                        if (!chunk.isEmpty()) {
                            out.append(Integer.toHexString(chunk.length())).append(lineEnd);
                            out.append(chunk).append(lineEnd);
                        }
                    }
                    yield out.append('0').append(lineEnd).append(lineEnd).toString();
                }
            };
        }
    }

    @Provide
    Arbitrary<Response> responses() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(200, 599)
                                .filter(status -> status != 204 && status != 304),
                        Arbitraries.strings()
                                .withCharRange('\0', '\u00ff')
                                .ofMaxLength(40)
                                .list()
                                .ofMaxSize(5),
                        Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(20),
                        Arbitraries.of("\r\n", "\n"),
                        Arbitraries.integers().between(0, 2))
                .as(Response::new);
    }
}
