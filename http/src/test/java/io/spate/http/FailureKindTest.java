package io.spate.http;

import static io.spate.http.Bench.answer;
import static io.spate.http.Bench.tags;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.http.wire.FakeConnection;
import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.net.failure.NetException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindTest {
    private final Bench bench = Bench.atShop();
    private final HttpClient client = bench.client;

    private String onlyKind(Snapshot snapshot) {
        assertThat(tags(snapshot, HTTP_REQS)).hasSize(1);
        return tags(snapshot, HTTP_REQS).getFirst().get("error_kind");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_HOST, dns",
        "NOT_ALLOWED, not_allowed",
        "CONNECT_REFUSED, refused",
        "CONNECT_TIMEOUT, connect_timeout",
        "CONNECT_FAILED, connect",
        "PROXY_REFUSED, proxy",
        "TLS_FAILED, tls",
        "TLS_UNTRUSTED, tls"
    })
    void ofConnectionsThatCannotBeMade(Kind kind, String errorKind) {
        bench.network.refuses(kind, 0);
        assertThat(client.request("GET", "/").send().errorKind()).isEqualTo(errorKind);
        assertThat(onlyKind(bench.snapshot())).isEqualTo(errorKind);
    }

    @ParameterizedTest
    @CsvSource({"RESET, reset", "TIMEOUT, timeout"})
    void ofConnectionsThatFail(Kind kind, String errorKind) {
        bench.network.accepts().fails(kind);
        client.request("GET", "/").send();
        assertThat(onlyKind(bench.snapshot())).isEqualTo(errorKind);
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab', closed",
        "'SSH-2.0\r\n', protocol",
        "'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n', protocol",
        "'HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n', status"
    })
    void ofResponses(String sent, String errorKind) {
        bench.network.accepts().sends(sent).closes();
        client.request("GET", "/").send();
        assertThat(onlyKind(bench.snapshot())).isEqualTo(errorKind);
    }

    @Test
    void aFirstByteThatIsLateIsToldFromAResponseThatIs() {
        FakeConnection silent = bench.network.accepts().fails(Kind.TIMEOUT);
        client.request("GET", "/").firstByteTimeout(Duration.ofMillis(10)).send();
        assertThat(silent.isOpen()).isFalse();
        assertThat(onlyKind(bench.snapshot())).isEqualTo("first_byte_timeout");

        bench.network.accepts().sends("HTTP/1.1 200").fails(Kind.TIMEOUT);
        client.request("GET", "/").firstByteTimeout(Duration.ofMillis(10)).send();
        assertThat(onlyKind(bench.snapshot())).isEqualTo("timeout");

        bench.network.accepts().fails(Kind.TIMEOUT);
        client.request("GET", "/").firstByteTimeout(Duration.ofMinutes(10)).send();
        assertThat(onlyKind(bench.snapshot())).isEqualTo("timeout");
    }

    @Test
    void aSampleIsKeptWhenAFailureIsFirstMet() {
        bench.network
                .accepts()
                .sends(
                        "HTTP/1.1 401 No\r\nSet-Cookie: sid=topsecret; Path=/\r\n"
                                + "Content-Length: 600\r\n\r\n"
                                + "x".repeat(600))
                .sends(answer("401 No", "the second"));
        for (int i = 0; i < 2; i++) {
            client.request("GET", "/login?user=me&token=topsecret")
                    .bearer("topsecret")
                    .header("X-Api-Key", "topsecret")
                    .header("X-Trace", "17")
                    .send();
        }
        Snapshot snapshot = bench.snapshot();

        assertThat(snapshot.kept().failed()).hasSize(2);
        String sample = snapshot.kept().failed().getFirst().text();
        assertThat(sample)
                .startsWith("GET /login?user=me&token=*** HTTP/1.1\n")
                .contains("Authorization: Bearer ***\n", "X-Api-Key: ***\n", "X-Trace: 17\n")
                .contains("\nHTTP/1.1 401 No\n", "Set-Cookie: sid=***\n")
                .contains("\n" + "x".repeat(600) + "\n")
                .doesNotContain("topsecret", "the second");
        assertThat(snapshot.kept().failed())
                .extracting(KeptRequest::series)
                .allMatch(it -> it.metric().equals(HTTP_REQS))
                .allMatch(it -> it.tags().get("error_kind").equals("status"));
    }

    @Test
    void aSampleShowsWhatWasNotUnderstood() {
        bench.network.accepts().sends("SSH-2.0-OpenSSH\r\n");
        client.request("GET", "/").send();
        assertThat(bench.snapshot().kept().failed())
                .singleElement()
                .extracting(KeptRequest::text)
                .asString()
                .contains("received: SSH-2.0-OpenSSH\\r\\n")
                .contains("error: malformed response: bad status line");
    }

    @Test
    void successesLeaveNoSamples() {
        bench.network.accepts().sends(answer("200 OK", ""));
        client.request("GET", "/").send();
        assertThat(bench.snapshot().kept().failed()).isEmpty();
    }

    @Test
    void tagsOfUsersAndRequestsTellSeriesApart() {
        var connection = bench.network.accepts();
        for (int i = 0; i < 6; i++) {
            connection.sends(answer("200 OK", ""));
        }
        PreparedRequest prepared = client.request("GET", "/").prepare();
        client.send(prepared);
        client.tags(Tags.of("group", "::buy"));
        client.send(prepared);
        client.request("GET", "/").tag("step", "1").tag("kind", "x").send();
        client.request("GET", "/").send();
        client.tags(Tags.NONE);
        client.request("GET", "/").tag("step", "1").send();
        client.send(prepared);

        assertThat(tags(bench.snapshot(), HTTP_REQS))
                .extracting(it -> it.get("group") + "|" + it.get("step") + it.get("kind"))
                .containsExactlyInAnyOrder("|", "::buy|", "::buy|1x", "|1");
    }

    @Test
    void setsOfTagsAreBounded() {
        var connection = bench.network.accepts();
        for (int i = 0; i < HttpClients.TAG_SETS_MAX + 2; i++) {
            connection.sends(answer("200 OK", ""));
            client.request("GET", "/").tag("user", "no. " + i).send();
        }
        assertThat(bench.snapshot().find(HttpClients.LIMITS_REACHED)).isPresent();
    }
}
