package io.spate.http;

import static io.spate.http.Bench.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spate.http.wire.FakeConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RequestEncodingTest {
    private final Bench bench = Bench.atShop();
    private final HttpClient client = bench.client;

    /** What the client sends for a request. */
    private String sent(HttpRequest request) {
        return sent(bench, request);
    }

    private static String sent(Bench bench, HttpRequest request) {
        FakeConnection connection = bench.network.accepts();
        connection.sends("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        request.send();
        return connection.written();
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    @Test
    void aPlainRequest() {
        String expected =
                lines("GET /api/health HTTP/1.1", "Host: shop.test", "User-Agent: spate", "", "");
        assertThat(sent(client.request("GET", "/api/health"))).isEqualTo(expected);
        assertThat(sent(client.request("GET", "/api/health"))).isEqualTo(expected);
    }

    @Test
    void headersOfTheRequestReplaceTheUsersAndTheUsersReplaceTheOptions() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "spate/1");
        headers.put("Accept", "a/b");
        headers.put("X-Run", "7");
        var options =
                new HttpOptions("http://shop.test", headers, Duration.ofSeconds(1), true, false);
        var own = new Bench(options);
        own.client.header("accept", "c/d");

        assertThat(sent(own, own.client.request("GET", "/").header("x-run", "8")))
                .isEqualTo(
                        lines(
                                "GET / HTTP/1.1",
                                "Host: shop.test",
                                "User-Agent: spate/1",
                                "accept: c/d",
                                "x-run: 8",
                                "",
                                ""));
    }

    @Test
    void aUsersHeaderIsOnPlainRequestsToo() {
        HttpClient other = bench.clients.newClient();
        sent(client.request("GET", "/"));
        other.header("Authorization", "Bearer abc");

        assertThat(sent(other.request("GET", "/"))).contains("\r\nAuthorization: Bearer abc\r\n");
        assertThat(sent(client.request("GET", "/"))).doesNotContain("Authorization");
    }

    @Test
    void aPreparedRequestIsWhatItWasPreparedAsForWhomeverSendsIt() {
        PreparedRequest prepared =
                client.request("POST", "/a/{b}")
                        .path("b", 1)
                        .header("X-Y", "z")
                        .body("hello", "text/plain")
                        .prepare();
        HttpClient other = bench.clients.newClient();
        other.header("X-User", "2");
        FakeConnection first = bench.network.accepts().sends(answer("200 OK", ""));
        FakeConnection second = bench.network.accepts().sends(answer("200 OK", ""));
        client.send(prepared);
        other.send(prepared);

        assertThat(first.written())
                .isEqualTo(
                        lines(
                                "POST /a/1 HTTP/1.1",
                                "Host: shop.test",
                                "User-Agent: spate",
                                "X-Y: z",
                                "Content-Type: text/plain",
                                "Content-Length: 5",
                                "",
                                "hello"));
        assertThat(second.written())
                .isEqualTo(
                        lines(
                                "POST /a/1 HTTP/1.1",
                                "Host: shop.test",
                                "User-Agent: spate",
                                "X-User: 2",
                                "X-Y: z",
                                "Content-Type: text/plain",
                                "Content-Length: 5",
                                "",
                                "hello"));
    }

    @Test
    void pathsAndQueriesAreEncoded() {
        HttpRequest request =
                client.request("GET", "/users/{id}/a b/{id}?x=1&y=%20é#part")
                        .path("id", "a/b ü€\uD83D\uDE00")
                        .query("q", "1 & 2")
                        .query("ok", true);

        assertThat(sent(request))
                .startsWith(
                        "GET /users/a%2Fb%20%C3%BC%E2%82%AC%F0%9F%98%80"
                                + "/a%20b/a%2Fb%20%C3%BC%E2%82%AC%F0%9F%98%80"
                                + "?x=1&y=%20%C3%A9&q=1%20%26%202&ok=true HTTP/1.1\r\n");
    }

    @Test
    void aFirstQueryParameterStartsTheQuery() {
        assertThat(sent(client.request("GET", "/a").query("b", "c"))).startsWith("GET /a?b=c ");
    }

    @Test
    void formsAreEncoded() {
        assertThat(sent(client.request("POST", "/f").form("a b", "c&d").form("e", "ü~*")))
                .endsWith(
                        lines(
                                "Content-Type: application/x-www-form-urlencoded",
                                "Content-Length: 22",
                                "",
                                "a+b=c%26d&e=%C3%BC%7E*"));
    }

    record User(String name, int age, List<String> tags) {}

    @Test
    void valuesAreSentAsJson() {
        assertThat(sent(client.request("POST", "/j").json(new User("é", 3, List.of("a")))))
                .endsWith(
                        lines(
                                "Content-Type: application/json",
                                "Content-Length: 34",
                                "",
                                "{\"name\":\"é\",\"age\":3,\"tags\":[\"a\"]}"));
        assertThat(sent(client.request("POST", "/j").json(Map.of("k", 1)))).endsWith("{\"k\":1}");
    }

    @Test
    void aBodyOfItsOwnContentTypeKeepsIt() {
        String sent =
                sent(
                        client.request("POST", "/")
                                .header("content-type", "application/vnd.x+json")
                                .json(List.of()));
        assertThat(sent).contains("content-type: application/vnd.x+json\r\n");
        assertThat(sent).doesNotContain("Content-Type: application/json");
    }

    @Test
    void largeBodiesAreSentWhole() {
        String body = "x".repeat(100_000);
        assertThat(sent(client.request("PUT", "/").body(body, "text/plain")))
                .contains("Content-Length: 100000\r\n\r\n")
                .endsWith(body);
    }

    @Test
    void methodsThatHaveABodySayThatItIsEmpty() {
        assertThat(sent(client.request("POST", "/"))).contains("Content-Length: 0\r\n");
        assertThat(sent(client.request("DELETE", "/"))).doesNotContain("Content-Length");
    }

    @Test
    void whereARequestGoes() {
        sent(client.request("GET", "https://[2001:DB8::1]:8443?a=b"));
        sent(client.request("GET", "http://Example.COM:80/x"));
        sent(client.request("GET", "https://example.com"));

        assertThat(bench.network.endpoints())
                .extracting(endpoint -> endpoint.host() + " " + endpoint.port())
                .containsExactly("2001:db8::1 8443", "example.com 80", "example.com 443");
        assertThat(sent(client.request("GET", "https://[2001:DB8::1]:8443?a=b")))
                .startsWith("GET /?a=b HTTP/1.1\r\nHost: [2001:db8::1]:8443\r\n");
        assertThat(sent(client.request("GET", "http://Example.COM:80/x")))
                .contains("\r\nHost: example.com\r\n");
    }

    @Test
    void theBasesPathStandsBeforeTheRequests() {
        var own = new Bench(Bench.options("http://shop.test:8000/api/"));
        assertThat(sent(own, own.client.request("GET", "/users")))
                .startsWith("GET /api/users HTTP/1.1\r\nHost: shop.test:8000\r\n");
    }

    @Test
    void credentialsOfAUrlAreSentAndNotShown() {
        String sent = sent(client.request("GET", "http://me:secret@shop.test/a"));
        assertThat(sent).contains("Authorization: Basic bWU6c2VjcmV0\r\n");
        assertThat(sent).startsWith("GET /a ").doesNotContain("secret");
    }

    @Test
    void anOwnHostHeaderIsTheOnlyOne() {
        String sent = sent(client.request("GET", "/").header("host", "other.test"));
        assertThat(sent).contains("host: other.test").doesNotContain("shop.test");
    }

    @Test
    void whatCannotBeSentSaysWhy() {
        assertWrong(() -> client.request("GET", "/").header("a b", "c"), "header name: 'a b'");
        assertWrong(
                () -> client.request("GET", "/").header("A", "b\r\nC: d"),
                "header A holds a control character, such as a line end, which cannot be sent:"
                        + " 'b\\r\\nC: d'");
        assertWrong(() -> client.header("A", "b\nc"), "'b\\nc'");
        assertWrong(() -> client.request("GET", "/").header("Content-Length", "1"), "leave it out");
        assertWrong(() -> client.request("POST", "/").body("", "a\r\nb"), "Content-Type");
        assertWrong(() -> client.request("G T", "/"), "not an HTTP method: 'G T'");
        assertWrong(() -> client.request("", "/"), "not an HTTP method: ''");
        assertWrong(() -> client.request("CONNECT", "/"), "proxy");
        assertWrong(
                () -> client.request("GET", "/{a}/{b}").path("c", 1),
                "no {c} in '/{a}/{b}'; it has {a}, {b}");
        assertWrong(
                () -> client.request("GET", "/x").path("c", 1),
                "no {c} in '/x'; it has no placeholders");
        assertWrong(
                () -> client.request("GET", "/{a}").send(),
                "no value for {a} of '/{a}'; set it with path(\"a\", ...)");
        assertWrong(() -> client.request("GET", "/").timeout(Duration.ZERO), "above 0");
    }

    private static void assertWrong(Runnable request, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(request::run)
                .withMessageContaining(message);
    }

    @Property(tries = 300)
    void anyValueSurvivesThePathAndTheQuery(@ForAll String value) {
        String sent = sent(client.request("GET", "/{v}").path("v", value).query("q", value));
        String target = sent.substring(5, sent.indexOf(" HTTP/1.1"));
        String expected =
                new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(target).matches("[A-Za-z0-9._~%-]*\\?q=[A-Za-z0-9._~%-]*");
        assertThat(decoded(target.substring(0, target.indexOf('?')))).isEqualTo(expected);
        assertThat(decoded(target.substring(target.indexOf('=') + 1))).isEqualTo(expected);
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
