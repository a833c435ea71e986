package io.spate.http;

import static io.spate.http.Bench.answer;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.net.failure.NetException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HttpResponseTest {
    private final Bench bench = Bench.atShop();

    private HttpResponse response(String head, byte[] body) {
        String text = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n" + head + "\r\n";
        bench.client.close();
        bench.network.accepts().sends(text + new String(body, ISO_8859_1));
        return bench.client.request("GET", "/x/{id}").path("id", 1).send();
    }

    private HttpResponse response(String body) {
        return response("", body.getBytes(UTF_8));
    }

    @Test
    void textIsReadByTheCharsetOfItsType() {
        assertThat(response("é").body()).isEqualTo("é");
        assertThat(
                        response(
                                        "Content-Type: text/plain; Charset=\"iso-8859-1\"\r\n",
                                        new byte[] {(byte) 0xe9})
                                .body())
                .isEqualTo("é");
        assertThat(response("Content-Type: a/b;charset=none-such\r\n", "é".getBytes(UTF_8)).body())
                .isEqualTo("é");
    }

    @Test
    void theBytesAreTheCallers() {
        HttpResponse response = response("abc");
        response.bytes()[0] = 'x';
        assertThat(response.bytes()).isEqualTo("abc".getBytes(UTF_8));
    }

    @Test
    void compressedBodiesAreDecompressedWhenAskedFor() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"a\":[1,2]}".getBytes(UTF_8));
        }
        HttpResponse response = response("Content-Encoding: gzip\r\n", compressed.toByteArray());

        assertThat(response.body()).isEqualTo("{\"a\":[1,2]}");
        assertThat(response.json("a[1]")).isEqualTo("2");
        assertThat(response.bytes()).isEqualTo("{\"a\":[1,2]}".getBytes(UTF_8));
    }

    @Test
    void whatCannotBeDecompressedSaysSo() {
        HttpResponse response = response("Content-Encoding: br\r\n", new byte[] {1, 2, 3});
        assertThatThrownBy(response::body)
                .isInstanceOf(ExtractionException.class)
                .hasMessage(
                        "the body of GET /x/{id} cannot be decoded: the coding br is not known");
    }

    @Test
    void jsonIsReadInWhateverCharset() {
        HttpResponse response =
                response(
                        "Content-Type: application/json; charset=utf-16le\r\n",
                        "{\"a\":{\"b\":\"é\"}}"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
        assertThat(response.json("$.a")).isEqualTo("{\"b\":\"é\"}");
    }

    @Test
    void aMissingValueNamesPathRequestStatusAndBody() {
        assertThatThrownBy(() -> response("{\"a\":\n1}").json("$.token"))
                .isInstanceOf(ExtractionException.class)
                .hasMessage(
                        "no value at $.token in the response to GET /x/{id}, status 200;"
                                + " body: {\"a\": 1}");
        assertThatThrownBy(() -> response("<html>" + "x".repeat(200)).json("$.token"))
                .isInstanceOf(ExtractionException.class)
                .hasMessage(
                        "no value at $.token in the response to GET /x/{id}, status 200, which"
                                + " is not JSON; body starts: <html>"
                                + "x".repeat(114));
        assertThatThrownBy(() -> response("").json("a")).hasMessageContaining("no value at a");
    }

    @Test
    void withoutAResponseTheReasonIsNamed() {
        bench.network.refuses(Kind.CONNECT_REFUSED, 0);
        HttpResponse response = bench.client.request("GET", "/").send();

        assertThatThrownBy(() -> response.json("$.a"))
                .hasMessage(
                        "no value at $.a in the response to GET /, status 0; there was no"
                                + " response: fake CONNECT_REFUSED");
        assertThat(response.header("a")).isEmpty();
        assertThat(response.jsonIfPresent("$.a")).isEmpty();
    }

    @Test
    void aDiscardedBodyIsNamedAsTheReason() {
        var options =
                new HttpOptions("http://shop.test", Map.of(), Duration.ofSeconds(1), true, true);
        var discarding = new Bench(options);
        discarding.network.accepts().sends(answer("200 OK", "{\"a\":1}"));
        HttpResponse response = discarding.client.request("GET", "/").send();

        assertThatThrownBy(() -> response.json("a")).hasMessageContaining("bodies are discarded");
    }

    @Test
    void anOptionalValueMayBeMissing() {
        HttpResponse response = response("{\"a\":1}");
        assertThat(response.jsonIfPresent("a")).contains("1");
        assertThat(response.jsonIfPresent("b")).isEmpty();
        assertThat(response("no json").jsonIfPresent("b")).isEmpty();
    }

    @Test
    void aWrongPathIsTheAuthorsMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> response("{}").json("$.a["));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> response("{}").jsonIfPresent("$..a["));
    }
}
