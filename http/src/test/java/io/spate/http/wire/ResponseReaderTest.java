package io.spate.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseReader.HeadMemory;
import io.spate.net.failure.NetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    private final Reception reception = new Reception(1 << 20);
    private final ResponseReader reader = new ResponseReader(reception);
    private final FakeClock clock = new FakeClock();

    private ResponseHead read(FakeConnection from) throws NetException, Failed {
        reception.reset(null, true);
        return reader.read(from, new HeadMemory(), false, 0);
    }

    private ResponseHead read(String response) throws NetException, Failed {
        return read(new FakeConnection(clock).sends(response).closes());
    }

    private String body() {
        return new String(reception.body(), ISO_8859_1);
    }

    @Test
    void readsABodyByItsLength() throws Exception {
        ResponseHead head = read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Id: 7\r\n\r\nhello");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("x-id")).contains("7");
        assertThat(body()).isEqualTo("hello");
        assertThat(reader.reusable()).isTrue();
        assertThat(reception.receivedBytes()).isEqualTo(52);
    }

    @Test
    void readsABodyUntilTheConnectionCloses() throws Exception {
        var connection =
                new FakeConnection(clock)
                        .sends("HTTP/1.1 200 OK\r\n\r\nfirst ")
                        .sends("second")
                        .closes();
        read(connection);

        assertThat(body()).isEqualTo("first second");
        assertThat(reader.reusable()).isFalse();
    }

    @Test
    void readsChunksWithExtensionsAndTrailers() throws Exception {
        read(
                lines(
                        "HTTP/1.1 200 OK",
                        "Transfer-Encoding: chunked",
                        "",
                        "4;name=value",
                        "Wiki",
                        "05 ",
                        "pedia",
                        "A",
                        " in chunks",
                        "0",
                        "Expires: never",
                        "X: y",
                        "",
                        ""));

        assertThat(body()).isEqualTo("Wikipedia in chunks");
        assertThat(reader.reusable()).isTrue();
    }

    @Test
    void chunkedWinsOverALength() throws Exception {
        read(
                lines(
                        "HTTP/1.1 200 OK",
                        "Content-Length: 3",
                        "Transfer-Encoding: gzip, CHUNKED",
                        "",
                        "2",
                        "ok",
                        "0",
                        "",
                        ""));

        assertThat(body()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    void someStatusesHaveNoBodyWhateverTheHeadersSay(String status) throws Exception {
        read("HTTP/1.1 " + status + "\r\nContent-Length: 99\r\n\r\n");

        assertThat(reception.body()).isEmpty();
        assertThat(reader.reusable()).isTrue();
    }

    @Test
    void aResponseToHeadHasNoBody() throws Exception {
        reception.reset(null, true);
        var connection =
                new FakeConnection(clock).sends("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n");
        reader.read(connection, new HeadMemory(), true, 0);

        assertThat(reception.body()).isEmpty();
        assertThat(reader.reusable()).isTrue();
    }

    @Test
    void skipsInterimResponses() throws Exception {
        ResponseHead head =
                read(
                        lines(
                                "HTTP/1.1 100 Continue",
                                "",
                                "HTTP/1.1 103 Early Hints",
                                "Link: </a>",
                                "",
                                "HTTP/1.1 201 Created",
                                "Content-Length: 0",
                                "",
                                ""));

        assertThat(head.status()).isEqualTo(201);
    }

    @Test
    void aSwitchOfProtocolsEndsTheConnection() throws Exception {
        assertThat(read("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n").status()).isEqualTo(101);
        assertThat(reader.reusable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1, keep-alive, true",
        "HTTP/1.1, close, false",
        "HTTP/1.1, 'Upgrade , Close', false",
        "HTTP/1.1, other, true",
        "HTTP/1.0, other, false",
        "HTTP/1.0, Keep-Alive, true",
        "HTTP/1.0, closed, false"
    })
    void versionAndHeaderDecideWhetherTheConnectionStaysOpen(
            String version, String value, boolean reusable) throws Exception {
        read(version + " 200 OK\r\nConnection: " + value + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(reader.reusable()).isEqualTo(reusable);
    }

    @Test
    void bytesBehindTheResponseMakeTheConnectionUseless() throws Exception {
        read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n");

        assertThat(body()).isEqualTo("ok");
        assertThat(reader.reusable()).isFalse();
    }

    @Test
    void toleratesBareLineFeedsAndFoldedHeaders() throws Exception {
        ResponseHead head =
                read("HTTP/1.1 200\nX-Folded: a\n  b\nContent-Length:\t2 \nX-Last:z\n\nok");

        assertThat(body()).isEqualTo("ok");
        assertThat(head.header("X-FOLDED")).contains("a b");
        assertThat(head.header("x-last")).contains("z");
    }

    @Test
    void findsRepeatedHeadersInOrder() throws Exception {
        ResponseHead head =
                read(
                        lines(
                                "HTTP/1.1 200 OK",
                                "Set-Cookie: a=1",
                                "set-cookie: b=2",
                                "Set-Cookie2: c",
                                "Content-Length: 0",
                                "",
                                ""));

        assertThat(head.headers("SET-COOKIE")).containsExactly("a=1", "b=2");
        assertThat(head.setsCookies()).isTrue();
        assertThat(head.header("Set")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SSH-2.0-OpenSSH\\r\\n | STATUS_LINE",
                "HTTP/2 200\\r\\n\\r\\n | STATUS_LINE",
                "HTTP/1.1 20\\r\\n\\r\\n | STATUS_LINE",
                "HTTP/1.1 2000 OK\\r\\n\\r\\n | STATUS_LINE",
                "HTTP/1.1 099 OK\\r\\n\\r\\n | STATUS_LINE",
                "HTTP/1.x 200 OK\\r\\n\\r\\n | STATUS_LINE",
                "HTTP/1.1  200 OK\\r\\n\\r\\n | STATUS_LINE",
                "HTTP/1.1 200 OK\\r\\nno colon\\r\\n\\r\\n | HEADER_LINE",
                "HTTP/1.1 200 OK\\r\\nnocolon\\r\\n\\r\\n | HEADER_LINE",
                "HTTP/1.1 200 OK\\r\\n: no name\\r\\n\\r\\n | HEADER_LINE",
                "HTTP/1.1 200 OK\\r\\nName : x\\r\\n\\r\\n | HEADER_LINE",
                "HTTP/1.1 200 OK\\r\\nContent-Length: -1\\r\\n\\r\\n | CONTENT_LENGTH",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 1x\\r\\n\\r\\n | CONTENT_LENGTH",
                "HTTP/1.1 200 OK\\r\\nContent-Length:\\r\\n\\r\\n | CONTENT_LENGTH",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n |"
                        + " CONTENT_LENGTH",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n |"
                        + " CONTENT_LENGTH",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 1048577\\r\\n\\r\\n | BODY_TOO_LARGE"
            })
    void whatIsMalformedHasAName(String response, Failure failure) {
        assertFails(unescaped(response), failure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x\\r\\n | CHUNK_SIZE",
                "\\r\\n | CHUNK_SIZE",
                "-1\\r\\n | CHUNK_SIZE",
                "1g\\r\\n | CHUNK_SIZE",
                "fffffffffffffffff\\r\\n | CHUNK_SIZE",
                "2\\r\\nabc\\r\\n | CHUNK_END",
                "100001\\r\\n | BODY_TOO_LARGE"
            })
    void malformedChunksHaveAName(String chunks, Failure failure) {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertFails(head + unescaped(chunks), failure);
    }

    @Test
    void everythingIsBounded() {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        String trailer = "X: " + "y".repeat(2000) + "\r\n";
        assertFails("HTTP/1.1 200 OK\r\nX: " + "y".repeat(70_000), Failure.HEAD_TOO_LARGE);
        assertFails(
                "HTTP/1.1 200 OK\r\nX: " + "y".repeat(70_000) + "\r\n\r\n", Failure.HEAD_TOO_LARGE);
        assertFails(chunked + "1;" + "x".repeat(5000), Failure.CHUNK_LINE_TOO_LONG);
        assertFails(chunked + "0\r\n" + trailer.repeat(40), Failure.TRAILERS_TOO_LARGE);
        assertFails("HTTP/1.1 100 Continue\r\n\r\n".repeat(20), Failure.TOO_MANY_INTERIM);
        assertFails("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat((1 << 20) + 1), Failure.BODY_TOO_LARGE);
        assertFails(chunked + "1\r\nx\r\n".repeat(1 << 20) + "1\r\nx", Failure.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 20",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
            })
    void anEarlyCloseIsAnErrorOfTheConnection(String start) {
        assertThatThrownBy(() -> read(start))
                .isInstanceOfSatisfying(
                        NetException.class,
                        e -> assertThat(e.kind()).isEqualTo(NetException.Kind.CLOSED));
    }

    @Test
    void discardedBodiesAreReadWhateverTheirSize() throws Exception {
        var discarded = new Reception(10);
        var discarding = new ResponseReader(discarded);
        discarded.reset(BodySink.DROP, true);
        var connection =
                new FakeConnection(clock)
                        .sends("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
                        .sends("x".repeat(100));
        discarding.read(connection, new HeadMemory(), false, 0);

        assertThat(discarded.body()).isEmpty();
        assertThat(discarding.reusable()).isTrue();
        assertThat(discarded.receivedBytes()).isEqualTo(140);
    }

    @Test
    void aRememberedHeadIsNotTakenForALongerOne() throws Exception {
        var memory = new HeadMemory();
        var connection =
                new FakeConnection(clock)
                        .sends("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na")
                        .sends("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nb")
                        .sends("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nX: y\r\n\r\nc")
                        .sends("HTTP/1.1 500 OK\r\nContent-Length: 1\r\n\r\nd");
        reception.reset(null, true);
        ResponseHead first = reader.read(connection, memory, false, 0);
        reception.reset(null, true);
        assertThat(reader.read(connection, memory, false, 0)).isSameAs(first);
        assertThat(body()).isEqualTo("b");
        reception.reset(null, true);
        assertThat(reader.read(connection, memory, false, 0).header("X")).contains("y");
        reception.reset(null, true);
        assertThat(reader.read(connection, memory, false, 0).status()).isEqualTo(500);
    }

    private void assertFails(String response, Failure failure) {
        assertThatThrownBy(() -> read(response))
                .isInstanceOfSatisfying(
                        Failed.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }
}
