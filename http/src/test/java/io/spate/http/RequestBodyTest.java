package io.spate.http;

import static io.spate.http.Bench.answer;
import static io.spate.http.Bench.redirect;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.http.wire.FakeConnection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBodyTest {
    @TempDir private Path folder;
    private final Bench bench = Bench.atShop();
    private final HttpClient client = bench.client;
    private FakeConnection connection;

    @BeforeEach
    void accept() {
        connection = bench.network.accepts().sends(answer("200 OK", ""));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String body() {
        String sent = connection.written();
        return sent.substring(sent.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void partsAndFilesAreOneMultipartBody() throws Exception {
        client.request("POST", "/up")
                .part("note", "h\u00e9llo")
                .file("photo", file("cat.png", "PNG"))
                .file("data", file("a\"b.bin", "01"), "application/x-thing")
                .send();

        String sent = connection.written();
        String boundary = sent.replaceAll("(?s).*boundary=(\\S+).*", "$1");
        assertThat(boundary).matches("spate-[0-9a-f-]+");
        assertThat(body())
                .isEqualTo(
                        """
                        --B
                        Content-Disposition: form-data; name="note"

                        h\u00e9llo
                        --B
                        Content-Disposition: form-data; name="photo"; filename="cat.png"
                        Content-Type: image/png

                        PNG
                        --B
                        Content-Disposition: form-data; name="data"; filename="a%22b.bin"
                        Content-Type: application/x-thing

                        01
                        --B--
                        """
                                .replace("\n", "\r\n")
                                .replace("--B", "--" + boundary));
        assertThat(sent).contains("Content-Length: " + body().getBytes(UTF_8).length + "\r\n");
    }

    @Test
    void theBoundaryIsTheSameInEveryRunAndNotInTheParts() {
        connection.sends(answer("200 OK", "")).sends(answer("200 OK", ""));
        client.request("POST", "/").part("a", "1").send();
        String first = body().substring(0, body().indexOf("\r\n"));
        client.request("POST", "/").part("a", "1").send();
        assertThat(connection.written().split(Pattern.quote(first), -1)).hasSize(5);
        client.request("POST", "/").part("a", first.substring(2)).send();
        String last = connection.written();
        last = last.substring(last.lastIndexOf("boundary="));
        String boundary = last.substring("boundary=".length(), last.indexOf("\r\n"));
        assertThat(last.split(Pattern.quote("--" + boundary), -1)).hasSize(3);
    }

    @Test
    void aLargeFileIsSentAsItIsRead() throws Exception {
        String content = "0123456789".repeat(50_000);
        PreparedRequest prepared =
                client.request("PUT", "/f")
                        .bodyFile(file("large.txt", content), "text/plain")
                        .prepare();
        connection.sends(answer("200 OK", ""));
        client.send(prepared);
        assertThat(connection.written())
                .contains("Content-Type: text/plain\r\n", "Content-Length: 500000\r\n");
        assertThat(body()).isEqualTo(content);
        client.send(prepared);
        assertThat(connection.written()).hasSizeGreaterThan(1_000_000);
    }

    @Test
    void aLargeMultipartBodyHasItsLengthAnnounced() throws Exception {
        Path large = file("large.txt", "x".repeat(100_000));
        client.request("POST", "/f").part("a", "1").file("f", large).part("b", "2").send();
        assertThat(connection.written())
                .contains("Content-Length: " + body().getBytes(UTF_8).length + "\r\n");
        assertThat(body()).contains("name=\"b\"").endsWith("--\r\n");
    }

    @Test
    void aFileThatIsNotThereIsTheAuthorsMistake() {
        Path missing = folder.resolve("missing.bin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.request("POST", "/").bodyFile(missing, ""))
                .withMessageContaining("missing.bin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.request("POST", "/").file("f", missing));
    }

    @Test
    void aFileThatShrinksEndsTheRequestAndItsConnection() throws Exception {
        Path file = file("f", "x".repeat(200_000));
        PreparedRequest prepared = client.request("POST", "/").bodyFile(file, "").prepare();
        Files.writeString(file, "short");
        assertThatThrownBy(() -> client.send(prepared))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("become shorter");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aBodyInGzip() throws Exception {
        client.request("POST", "/").json("x".repeat(1000)).compressed().send();
        assertThat(connection.written())
                .contains("Content-Encoding: gzip\r\n", "Content-Type: application/json\r\n");
        assertThat(unpacked(connection.writtenBytes(), 0)).isEqualTo('"' + "x".repeat(1000) + '"');
    }

    private static String unpacked(byte[] sent, int from) throws IOException {
        String text = new String(sent, ISO_8859_1);
        int start = from == 0 ? text.indexOf("\r\n\r\n") + 4 : from;
        byte[] packed = text.substring(start).getBytes(ISO_8859_1);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void aFileInGzipIsSentInChunks() throws Exception {
        var content = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            content.append(Integer.toHexString(i * 0x9e3779b1));
        }
        client.request("POST", "/").bodyFile(file("f", content.toString()), "").compressed().send();
        String sent = new String(connection.writtenBytes(), ISO_8859_1);
        assertThat(sent)
                .contains("Transfer-Encoding: chunked\r\n")
                .doesNotContain("Content-Length");
        var joined = new StringBuilder();
        int at = sent.indexOf("\r\n\r\n") + 4;
        while (true) {
            int end = sent.indexOf("\r\n", at);
            int size = Integer.parseInt(sent.substring(at, end), 16);
            if (size == 0) {
                assertThat(sent.substring(at)).isEqualTo("0\r\n\r\n");
                break;
            }
            joined.append(sent, end + 2, end + 2 + size);
            at = end + 4 + size;
        }
        byte[] packed = joined.toString().getBytes(ISO_8859_1);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(content.toString());
        }
    }

    @Test
    void logins() {
        connection.sends(answer("200 OK", ""));
        client.request("GET", "/").basicAuth("ann", "pass:w\u00f6rd").send();
        client.request("GET", "/").bearer("abc.def").send();
        assertThat(connection.written())
                .contains("Authorization: Basic YW5uOnBhc3M6d8O2cmQ=\r\n")
                .contains("Authorization: Bearer abc.def\r\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.request("GET", "/").basicAuth("a:b", ""));
    }

    @Test
    void aRedirectThatKeepsTheBodySendsTheFileAgain() throws Exception {
        Path file = file("f", "y".repeat(100_000));
        FakeConnection first = bench.network.accepts().sends(redirect(307, "/there"));
        first.sends(answer("200 OK", "done"));
        client.request("GET", "/").send();
        connection.closesUnasked();
        HttpResponse response = client.request("PUT", "/here").bodyFile(file, "a/b").send();

        assertThat(response.body()).isEqualTo("done");
        assertThat(first.written().split("Content-Length: 100000", -1)).hasSize(3);
        assertThat(first.written()).contains("PUT /there HTTP/1.1\r\n");
    }
}
