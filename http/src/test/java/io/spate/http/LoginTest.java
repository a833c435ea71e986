package io.spate.http;

import static io.spate.http.Bench.tags;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.http.login.Credentials;
import io.spate.http.login.DigestLogin;
import io.spate.metrics.Aggregate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {
    private static final String ASKED =
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\"\r\n"
                    + "Content-Length: 2\r\n\r\nno";

    private final Bench bench = Bench.atShop();
    private final FakeNetwork network = bench.network;
    private final HttpClient client = bench.client;

    @Test
    void aServerThatAsksIsAnsweredByTheSameRequest() {
        var connection = network.accepts().sends(ASKED).sends(Bench.answer("200 OK", "in"));
        var response =
                client.request("POST", "/users/{id}")
                        .path("id", 7)
                        .query("a", "b")
                        .body("data", "text/plain")
                        .expectStatus(200)
                        .digestAuth("me", "hidden")
                        .send();

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.ok()).isTrue();
        var written = connection.written();
        var second = written.substring(written.lastIndexOf("POST"));
        assertThat(written.indexOf("Authorization")).isGreaterThan(written.lastIndexOf("POST"));
        assertThat(second)
                .startsWith("POST /users/7?a=b HTTP/1.1\r\n")
                .contains("Authorization: Digest username=\"me\"", "uri=\"/users/7?a=b\"")
                .endsWith("\r\n\r\ndata")
                .doesNotContain("hidden");
        var snapshot = bench.snapshot();
        assertThat(snapshot.find(HTTP_REQ_FAILED)).contains(new Aggregate.Ratio(0, 2));
        assertThat(tags(snapshot, HTTP_REQS))
                .extracting(it -> it.get("name") + " " + it.get("status"))
                .containsExactlyInAnyOrder("/users/{id} 401", "/users/{id} 200");
    }

    @Test
    void aWrongPasswordIsAFailureAndNotTriedAgain() {
        network.accepts().sends(ASKED).sends(ASKED);

        assertThat(client.request("GET", "/a").digestAuth("me", "wrong").send().status())
                .isEqualTo(401);
        assertThat(bench.snapshot().find(HTTP_REQ_FAILED)).contains(new Aggregate.Ratio(1, 2));
    }

    @Test
    void whoAsksInAnotherWayGetsNoAnswer() {
        var connection =
                network.accepts()
                        .sends(ASKED.replace("Digest", "Negotiate"))
                        .sends(Bench.answer("200 OK", ""));

        assertThat(client.request("GET", "/a").digestAuth("me", "hidden").send().status())
                .isEqualTo(401);
        assertThat(connection.written()).doesNotContain("Authorization");
        assertThat(bench.snapshot().find(HTTP_REQ_FAILED)).contains(new Aggregate.Ratio(1, 1));
    }

    @Test
    void eachHopIsAnsweredForItself() {
        var connection =
                network.accepts()
                        .sends(ASKED)
                        .sends(Bench.redirect(302, "/b"))
                        .sends(ASKED)
                        .sends(Bench.answer("200 OK", "in"));

        assertThat(client.request("GET", "/a").digestAuth("me", "hidden").send().status())
                .isEqualTo(200);
        assertThat(connection.written().split("uri=", -1))
                .satisfiesExactly(
                        first -> {},
                        second -> assertThat(second).startsWith("\"/a\""),
                        third -> assertThat(third).startsWith("\"/b\""));
    }

    @Test
    void anotherServerIsNotAnswered() {
        network.accepts().sends(Bench.redirect(302, "http://other.test/b"));
        var other = network.accepts().sends(ASKED).sends(Bench.answer("200 OK", ""));

        assertThat(client.request("GET", "/a").digestAuth("me", "hidden").send().status())
                .isEqualTo(401);
        assertThat(other.written()).doesNotContain("Authorization");
        assertThat(bench.snapshot().find(HTTP_REQ_FAILED)).contains(new Aggregate.Ratio(1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "user:pass, user, pass",
        "us%3Aer:p%40s%20s+x, us:er, p@s s+x",
        "user, user, ''",
        ":pass, '', pass",
        "u:%C3%BC, u, ü",
        "u:50%, u, 50%",
        "u:%zz%4, u, %zz%4",
        "u:a:b, u, a:b"
    })
    void readsTheCredentialsOfUrls(String userInfo, String user, String password) {
        assertThat(Credentials.ofUrl(userInfo)).isEqualTo(new Credentials(user, password));
    }

    @Test
    void saysItByTheBasicScheme() {
        // The example of RFC 7617, section 2.
        assertThat(new Credentials("Aladdin", "open sesame").basic())
                .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(new Credentials("me", "hidden").toString()).doesNotContain("hidden");
    }

    @Test
    void answersWithoutACount() {
        // The example of RFC 2069, as its errata correct it.
        var answer =
                answer(
                        new DigestLogin(new Credentials("Mufasa", "CircleOfLife")),
                        "Digest realm=\"testrealm@host.com\","
                                + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\","
                                + " opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"");

        assertThat(answer.orElseThrow())
                .isEqualTo(
                        "Digest username=\"Mufasa\", realm=\"testrealm@host.com\","
                                + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\","
                                + " uri=\"/dir/index.html\","
                                + " opaque=\"5ccc069c403ebaf9f0171e9517f40e41\","
                                + " response=\"1949323746fe6a43ef61f9606e7febea\"");
    }

    private static Optional<String> answer(DigestLogin login, String... challenges) {
        return login.answer(List.of(challenges), "GET", "/dir/index.html");
    }

    @Test
    void choosesTheFirstChallengeItCanMeet() {
        var login = new DigestLogin(new Credentials("me", "secret"));

        assertThat(
                        answer(
                                login,
                                "Basic realm=\"x\"",
                                "Digest realm=\"x\", nonce=\"n\", algorithm=SHA-512-256",
                                "DIGEST realm=\"a \\\"b\\\"\", nonce=n1, qop=\"auth-int, auth\", algorithm=SHA-256-sess"))
                .hasValueSatisfying(
                        it ->
                                assertThat(it)
                                        .contains("realm=\"a \\\"b\\\"\"", "nonce=\"n1\"")
                                        .contains("qop=auth, nc=00000001")
                                        .containsPattern("cnonce=\"[0-9a-f]{32}\"")
                                        .containsPattern("response=\"[0-9a-f]{64}\"")
                                        .doesNotContain("secret"));
        assertThat(answer(login, "Digest realm=\"x\"", "Negotiate", "")).isEmpty();
    }
}
