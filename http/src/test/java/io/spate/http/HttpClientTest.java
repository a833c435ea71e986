package io.spate.http;

import static io.spate.http.Bench.answer;
import static io.spate.http.Bench.redirect;
import static io.spate.http.Bench.tags;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.http.channel.Channels;
import io.spate.http.wire.FakeConnection;
import io.spate.metrics.Aggregate;
import io.spate.net.failure.NetException.Kind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientTest {
    private final Bench bench = Bench.atShop();
    private final FakeNetwork network = bench.network;
    private final HttpClient client = bench.client;

    // connections

    @Test
    void aConnectionIsUsedAgain() {
        network.accepts().sends(answer("200 OK", "a")).sends(answer("200 OK", "b"));

        assertThat(client.request("GET", "/a").send().body()).isEqualTo("a");
        assertThat(client.request("GET", "/b").send().body()).isEqualTo("b");
        assertThat(network.endpoints()).hasSize(1);
    }

    @Test
    void eachServerHasItsConnection() {
        network.accepts().sends(answer("200 OK", "a")).sends(answer("200 OK", "c"));
        network.accepts().sends(answer("200 OK", "b"));

        assertThat(client.request("GET", "/").send().body()).isEqualTo("a");
        assertThat(client.request("GET", "http://other.test/").send().body()).isEqualTo("b");
        assertThat(client.request("GET", "/").send().body()).isEqualTo("c");
        assertThat(network.endpoints()).hasSize(2);
    }

    @Test
    void theConnectionUsedLongestAgoMakesRoom() {
        FakeConnection first = network.accepts().sends(answer("200 OK", ""));
        client.request("GET", "http://0.test/").send();
        for (int i = 1; i < Channels.MAX; i++) {
            network.accepts().sends(answer("200 OK", ""));
            client.request("GET", "http://" + i + ".test/").send();
        }
        assertThat(first.isOpen()).isTrue();
        assertThat(bench.snapshot().find(HttpClients.LIMITS_REACHED)).isEmpty();
        network.accepts().sends(answer("200 OK", ""));
        client.request("GET", "http://more.test/").send();

        assertThat(first.isOpen()).isFalse();
        assertThat(bench.snapshot().find(HttpClients.LIMITS_REACHED))
                .contains(new Aggregate.Count(1));
    }

    @Test
    void aConnectionThatEitherSideWantsClosedIsClosed() {
        FakeConnection first = network.accepts();
        first.sends("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        client.request("GET", "/").send();
        FakeConnection second = network.accepts().sends(answer("200 OK", ""));
        client.request("GET", "/").header("Connection", "close").send();

        assertThat(first.isOpen()).isFalse();
        assertThat(second.isOpen()).isFalse();
    }

    @Test
    void connectionsCanBeUsedOnce() {
        var once =
                new Bench(
                        new HttpOptions(
                                "http://shop.test",
                                Map.of(),
                                Duration.ofSeconds(1),
                                true,
                                false,
                                10,
                                false,
                                100));
        FakeConnection first = once.network.accepts().sends(answer("200 OK", ""));
        FakeConnection second = once.network.accepts().sends(answer("200 OK", ""));
        once.client.request("GET", "/").send();
        once.client.request("GET", "/").send();

        assertThat(first.isOpen()).isFalse();
        assertThat(second.written()).contains("Connection: close\r\n");
    }

    @Test
    void closingTheClientClosesItsConnections() {
        FakeConnection connection = network.accepts().sends(answer("200 OK", ""));
        client.request("GET", "/").send();
        client.close();

        assertThat(connection.isOpen()).isFalse();
    }

    // connections that the server has closed meanwhile

    @Test
    void aConnectionClosedWhileIdleIsReplaced() {
        FakeConnection idle = network.accepts().sends(answer("200 OK", "a"));
        client.request("POST", "/").send();
        idle.closesUnasked();
        network.accepts().sends(answer("200 OK", "b"));

        assertThat(client.request("POST", "/").send().body()).isEqualTo("b");
    }

    @Test
    void aConnectionWithBytesNobodyAskedForIsReplaced() {
        FakeConnection stale = network.accepts().sends(answer("200 OK", ""));
        client.request("GET", "/").send();
        stale.sendsUnasked("HTTP/1.1 408 Request Timeout\r\n\r\n");
        network.accepts().sends(answer("200 OK", "new"));

        assertThat(client.request("GET", "/").send().body()).isEqualTo("new");
        assertThat(stale.isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, false, true",
        "GET, true, true",
        "DELETE, true, true",
        "POST, false, true",
        "POST, true, false"
    })
    void aRequestIsRepeatedWhereTheServerHadEndedTheConnection(
            String method, boolean reset, boolean repeated) {
        FakeConnection stale = network.accepts().sends(answer("200 OK", ""));
        if (reset) {
            stale.fails(Kind.RESET);
        } else {
            stale.closes();
        }
        client.request("GET", "/").send();
        network.accepts().sends(answer("201 Created", ""));
        HttpResponse response = client.request(method, "/").send();

        assertThat(response.status()).isEqualTo(repeated ? 201 : 0);
        assertThat(bench.snapshot().find(HTTP_REQS)).contains(new Aggregate.Count(2));
    }

    @Test
    void aRequestIsRepeatedOnceOnly() {
        network.accepts().sends(answer("200 OK", "")).closes();
        network.accepts().closes();
        client.request("GET", "/").send();

        assertThat(client.request("GET", "/").send().error())
                .isEqualTo("connection closed before the whole response");
    }

    @Test
    void aRequestIsNotRepeatedAfterTheFirstByteOrOnANewConnection() {
        network.accepts().sends(answer("200 OK", "")).sends("H").closes();
        client.request("GET", "/").send();
        assertThat(client.request("GET", "/").send().status()).isZero();
        network.accepts().closes();
        assertThat(client.request("GET", "/").send().status()).isZero();
        assertThat(network.endpoints()).hasSize(2);
    }

    // redirects

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET",
        "302, POST, GET",
        "303, PUT, GET",
        "307, POST, POST",
        "308, PUT, PUT",
        "302, HEAD, HEAD",
        "302, GET, GET"
    })
    void aRedirectIsFollowed(int status, String method, String next) {
        FakeConnection connection =
                network.accepts().sends(redirect(status, "/b?c=d#e")).sends(answer("200 OK", ""));
        HttpRequest request = client.request(method, "/a").header("X-Y", "z");
        boolean hasBody = !method.equals("HEAD") && !method.equals("GET");
        HttpResponse response = (hasBody ? request.body("data", "text/plain") : request).send();

        assertThat(response.status()).isEqualTo(200);
        String second = connection.written().substring(connection.written().lastIndexOf(next));
        assertThat(second).startsWith(next + " /b?c=d HTTP/1.1\r\n").contains("X-Y: z\r\n");
        if (hasBody && !next.equals("GET")) {
            assertThat(second).contains("Content-Type: text/plain\r\n").endsWith("\r\n\r\ndata");
        } else {
            assertThat(second).doesNotContain("Content-").endsWith("\r\n\r\n");
        }
    }

    @Test
    void eachHopIsMeasured() {
        network.accepts().sends(redirect(302, "/login?session=1")).sends(answer("200 OK", ""));
        client.request("GET", "/home").send();
        network.accepts().sends(redirect(302, "http://shop.test/c")).sends(answer("200 OK", ""));
        client.close();
        client.request("GET", "/named").name("mine").send();

        assertThat(tags(bench.snapshot(), HTTP_REQS))
                .extracting(tags -> tags.get("name") + " " + tags.get("status"))
                .containsExactlyInAnyOrder("/home 302", "/login 200", "mine 302", "mine 200");
    }

    @Test
    void tenRedirectsAreFollowedAndTheLastIsTheResponse() {
        FakeConnection connection = network.accepts();
        for (int i = 0; i < 12; i++) {
            connection.sends(redirect(302, "/" + i));
        }
        HttpResponse response = client.request("GET", "/").send();

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("location")).contains("/10");
    }

    @Test
    void redirectsCanBeLeftToTheScript() {
        var options =
                new HttpOptions(
                        "http://shop.test",
                        Map.of(),
                        Duration.ofSeconds(1),
                        true,
                        false,
                        0,
                        true,
                        100);
        var none = new Bench(options);
        none.network.accepts().sends(redirect(301, "/b"));

        assertThat(none.client.request("GET", "/").send().status()).isEqualTo(301);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://shop.test/", "mailto:a@b", "http://", "http://a b/"})
    void aRedirectThatCannotBeFollowedIsTheResponse(String location) {
        network.accepts().sends(redirect(302, location));
        assertThat(client.request("GET", "/").send().status()).isEqualTo(302);
    }

    @Test
    void secretsStayWithTheServerTheyAreFor() {
        network.accepts().sends(redirect(302, "http://other.test/x"));
        FakeConnection other =
                network.accepts().sends(redirect(302, "/y")).sends(answer("200 OK", ""));
        client.header("Authorization", "Bearer abc");
        client.header("X-Plain", "1");
        client.request("GET", "/").header("Cookie", "a=b").send();

        assertThat(other.written())
                .doesNotContain("Authorization")
                .doesNotContain("a=b")
                .contains("X-Plain: 1")
                .contains("GET /y ");
    }

    @Test
    void aPreparedRequestIsRedirectedToo() {
        FakeConnection connection =
                network.accepts().sends(redirect(307, "b")).sends(answer("200 OK", ""));
        PreparedRequest prepared =
                client.request("POST", "/a/x").body("data", "text/plain").prepare();

        assertThat(client.send(prepared).status()).isEqualTo(200);
        assertThat(connection.written()).contains("POST /a/b ").endsWith("\r\n\r\ndata");
    }

    // cookies

    @Test
    void cookiesAreKeptAndForgotten() {
        FakeConnection connection = network.accepts();
        connection.sends(redirect(302, "/in\r\nSet-Cookie: id=7; Path=/"));
        connection.sends(answer("200 OK", "")).sends(answer("200 OK", ""));
        connection.sends(answer("200 OK", ""));
        client.request("POST", "/login").send();
        assertThat(connection.written()).endsWith("Cookie: id=7\r\n\r\n");
        assertThat(client.cookie("id")).contains("7");
        client.request("GET", "/login").header("cookie", "id=8").send();
        assertThat(connection.written()).endsWith("cookie: id=8\r\n\r\n");
        client.clearCookies();
        client.request("GET", "/login").send();

        assertThat(connection.written()).endsWith("User-Agent: spate\r\n\r\n");
        assertThat(client.cookie("id")).isEmpty();
    }

    // responses

    @Test
    void aPreparedRequestIsSentAgainAndAgain() {
        FakeConnection connection = network.accepts();
        PreparedRequest prepared = client.request("GET", "/x").prepare();
        for (int i = 0; i < 3; i++) {
            connection.sends(answer("200 OK", "" + i));
            assertThat(client.send(prepared).body()).isEqualTo("" + i);
        }
        assertThat(network.endpoints()).hasSize(1);
    }

    @Test
    void aServerThatAnswersBeforeItHasReadTheBodyIsHeard() {
        FakeConnection connection = network.accepts();
        connection.breaksAfterBytes(1000).sends(answer("413 Too Large", "no"));

        HttpResponse response =
                client.request("POST", "/").body("x".repeat(100_000), "text/plain").send();
        assertThat(response.status()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("no");
    }
}
