package io.spate.http;

import static io.spate.http.Bench.answer;
import static io.spate.http.Bench.tags;
import static io.spate.metrics.BuiltinMetrics.DATA_RECEIVED;
import static io.spate.metrics.BuiltinMetrics.DATA_SENT;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_BLOCKED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_CONNECTING;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RECEIVING;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_SENDING;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_TLS_HANDSHAKING;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.http.HttpResponse.Timings;
import io.spate.http.wire.Failure;
import io.spate.http.wire.FakeConnection;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.net.failure.NetException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {
    private static final List<Metric> OF_A_REQUEST =
            List.of(
                    HTTP_REQS,
                    HTTP_REQ_FAILED,
                    HTTP_REQ_DURATION,
                    HTTP_REQ_RESPONSE_TIME,
                    HTTP_REQ_BLOCKED,
                    HTTP_REQ_CONNECTING,
                    HTTP_REQ_TLS_HANDSHAKING,
                    HTTP_REQ_SENDING,
                    HTTP_REQ_WAITING,
                    HTTP_REQ_RECEIVING);

    private final Bench bench = Bench.atShop();
    private final HttpClient client = bench.client;

    private static Tags shop(Map<String, String> more) {
        return Tags.of("scenario", "shop").with(new Tags(more));
    }

    private static void assertRecorded(Snapshot snapshot, Tags tags, boolean failed) {
        for (Metric metric : OF_A_REQUEST) {
            assertThat(tags(snapshot, metric)).as(metric.name()).containsExactly(tags);
        }
        assertThat(snapshot.find(HTTP_REQS)).contains(new Aggregate.Count(1));
        assertThat(snapshot.find(HTTP_REQ_FAILED)).contains(new Aggregate.Ratio(failed ? 1 : 0, 1));
    }

    @Test
    void aSuccess() {
        bench.network.accepts().sends(answer("200 OK", "ok"));
        HttpResponse response = client.request("GET", "/users/{id}").path("id", 7).send();

        assertThat(response.ok()).isTrue();
        Snapshot snapshot = bench.snapshot();
        Tags expected =
                shop(
                        Map.of(
                                "method", "GET",
                                "name", "/users/{id}",
                                "url", "/users/{id}",
                                "status", "200",
                                "proto", "HTTP/1.1",
                                "expected_response", "true"));
        assertRecorded(snapshot, expected, false);
    }

    @Test
    void bytesAreRecordedUnderTheContextAlone() {
        FakeConnection connection = bench.network.accepts().sends(answer("200 OK", "ok"));
        client.request("GET", "/").send();
        Snapshot snapshot = bench.snapshot();

        assertThat(tags(snapshot, DATA_SENT)).containsExactly(shop(Map.of()));
        assertThat(tags(snapshot, DATA_RECEIVED)).containsExactly(shop(Map.of()));
        assertThat(snapshot.find(DATA_SENT))
                .contains(new Aggregate.Count(connection.written().length()));
        assertThat(snapshot.find(DATA_RECEIVED))
                .contains(new Aggregate.Count(answer("200 OK", "ok").length()));
    }

    @ParameterizedTest
    @CsvSource({"404, 1404", "503, 1503"})
    void aStatusThatFails(int status, String code) {
        bench.network.accepts().sends(answer(status + " No", ""));
        HttpResponse response = client.request("GET", "/").name("home").send();

        assertThat(response.ok()).isFalse();
        assertThat(response.error()).isEmpty();
        Tags expected =
                shop(
                        Map.of(
                                "method", "GET",
                                "name", "home",
                                "url", "home",
                                "status", Integer.toString(status),
                                "proto", "HTTP/1.1",
                                "expected_response", "false",
                                "error_code", code,
                                "error_kind", "status"));
        assertRecorded(bench.snapshot(), expected, true);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_HOST, 1101, dns",
        "NOT_ALLOWED, 1111, not_allowed",
        "CONNECT_REFUSED, 1212, refused",
        "CONNECT_TIMEOUT, 1211, connect_timeout",
        "CONNECT_FAILED, 1210, connect",
        "PROXY_REFUSED, 1210, proxy",
        "TLS_FAILED, 1300, tls",
        "TLS_UNTRUSTED, 1310, tls"
    })
    void aConnectionThatCannotBeMade(Kind kind, String code, String errorKind) {
        bench.network.refuses(kind, 700);
        client.nextDueNanos(bench.clock.nanoTime() - 300);
        HttpResponse response = client.request("GET", "/").send();

        assertThat(response.status()).isZero();
        assertThat(response.error()).isEqualTo("fake " + kind);
        assertThat(response.timings()).isEqualTo(new Timings(700, 0, 0, 0, 0, 0, 1000));
        assertRecorded(bench.snapshot(), failure(code, errorKind, "fake " + kind), true);
    }

    @ParameterizedTest
    @CsvSource({"TIMEOUT, 1050, timeout", "RESET, 1220, reset"})
    void aConnectionThatBreaks(Kind kind, String code, String errorKind) {
        bench.network.accepts().fails(kind, 900);
        HttpResponse response = client.request("GET", "/").send();

        assertThat(response.error()).isEqualTo("fake " + kind);
        assertThat(response.timings()).isEqualTo(new Timings(0, 0, 0, 0, 900, 0, 900));
        assertRecorded(bench.snapshot(), failure(code, errorKind, "fake " + kind), true);
    }

    @Test
    void aMalformedResponse() {
        FakeConnection connection = bench.network.accepts().sends("HTTP/1.1 OK\r\n\r\n");
        HttpResponse response = client.request("GET", "/").send();

        assertThat(response.error()).isEqualTo("malformed response: bad status line");
        assertThat(connection.isOpen()).isFalse();
        assertRecorded(
                bench.snapshot(),
                failure("1000", "protocol", "malformed response: bad status line"),
                true);
    }

    @Test
    void aResponseCutShortIsNoResponse() {
        bench.network
                .accepts()
                .sends("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", 400)
                .fails(Kind.TIMEOUT, 600);
        HttpResponse response = client.request("GET", "/").send();

        assertThat(response.status()).isZero();
        assertThat(response.ok()).isFalse();
        assertThat(response.body()).isEmpty();
        assertThat(response.timings()).isEqualTo(new Timings(0, 0, 0, 0, 400, 600, 1000));
    }

    private static Tags failure(String code, String errorKind, String error) {
        return shop(
                Map.of(
                        "method", "GET",
                        "name", "/",
                        "url", "/",
                        "status", "0",
                        "expected_response", "false",
                        "error_code", code,
                        "error_kind", errorKind,
                        "error", error));
    }

    @Test
    void phasesAddUp() {
        bench.clock.sendNanos(30);
        bench.network
                .accepts(250)
                .opening(50, 80, 120, "")
                .sends("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n", 400)
                .sends("o", 60)
                .sends("k", 5)
                .sends(answer("200 OK", ""), 7);
        client.nextDueNanos(bench.clock.nanoTime() - 1000);
        HttpResponse first = client.request("GET", "/").send();
        HttpResponse second = client.request("GET", "/").send();

        assertThat(first.timings()).isEqualTo(new Timings(250, 80, 120, 30, 400, 65, 1745));
        assertThat(first.durationMillis()).isEqualTo(0.000_495);
        assertThat(second.timings()).isEqualTo(new Timings(0, 0, 0, 30, 7, 0, 37));
        Snapshot snapshot = bench.snapshot();
        assertThat(max(snapshot, HTTP_REQ_DURATION)).isEqualTo(495);
        assertThat(max(snapshot, HTTP_REQ_RESPONSE_TIME)).isEqualTo(1745);
        assertThat(max(snapshot, HTTP_REQ_BLOCKED)).isEqualTo(250);
        assertThat(max(snapshot, HTTP_REQ_CONNECTING)).isEqualTo(80);
        assertThat(max(snapshot, HTTP_REQ_TLS_HANDSHAKING)).isEqualTo(120);
        assertThat(max(snapshot, HTTP_REQ_SENDING)).isEqualTo(30);
        assertThat(max(snapshot, HTTP_REQ_WAITING)).isEqualTo(400);
        assertThat(max(snapshot, HTTP_REQ_RECEIVING)).isEqualTo(65);
    }

    private static long max(Snapshot snapshot, Metric metric) {
        Aggregate value = Bench.only(snapshot, metric);
        return ((Aggregate.Distribution) value).histogram().max();
    }

    @Test
    void anInterruptedRequestIsNotMeasured() {
        FakeConnection connection = bench.network.accepts().fails(Kind.INTERRUPTED);

        assertThatThrownBy(() -> client.request("GET", "/").send())
                .isInstanceOf(InterruptedRequestException.class);
        assertThat(connection.isOpen()).isFalse();
        assertThat(tags(bench.snapshot(), HTTP_REQS)).isEmpty();
    }

    @Test
    void protocolAndTlsVersionTellSeriesApart() {
        String http10 = "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n";
        FakeConnection connection =
                bench.network.accepts().opening(0, 0, 5, "tls1.3").sends(answer("200 OK", ""));
        connection.sends(http10).sends(answer("200 OK", "")).sends(http10);
        for (int i = 0; i < 4; i++) {
            client.request("GET", "https://shop.test/").send();
        }
        Snapshot snapshot = bench.snapshot();

        assertThat(tags(snapshot, HTTP_REQS))
                .extracting(tags -> tags.get("proto") + " " + tags.get("tls_version"))
                .containsExactlyInAnyOrder("HTTP/1.1 tls1.3", "HTTP/1.0 tls1.3");
        assertThat(snapshot.find(HTTP_REQS)).contains(new Aggregate.Count(4));
    }

    @Test
    void textsOfErrorsAreBounded() {
        var series = new RequestSeries(bench.clients, 0, Tags.NONE, "GET", "/");
        var none = new Phases();
        for (int i = 0; i < 100; i++) {
            series.failure(Failure.TLS_FAILED, "reason " + i, none);
        }
        Snapshot snapshot = bench.snapshot();

        assertThat(tags(snapshot, HTTP_REQS))
                .hasSize(RequestSeries.ERROR_TEXTS_MAX + 1)
                .anyMatch(tags -> tags.get("error").equals("TLS handshake failed"));
        assertThat(snapshot.find(HTTP_REQS)).contains(new Aggregate.Count(100));
    }

    @Test
    void bodiesTooLargeAreAnErrorOfTheirOwn() {
        var options =
                new HttpOptions(
                        "http://shop.test",
                        Map.of(),
                        Duration.ofSeconds(1),
                        true,
                        false,
                        10,
                        true,
                        100);
        var small = new Bench(options);
        small.network.accepts().sends(answer("200 OK", "x".repeat(101)));

        assertThat(small.client.request("GET", "/").send().error()).isEqualTo("body too large");
        assertThat(tags(small.snapshot(), HTTP_REQS).getFirst().get("error"))
                .isEqualTo("body too large");
    }

    @Test
    void namesBeyondTheLimitAreOneName() {
        for (int i = 0; i < HttpClients.NAMES_MAX + 5; i++) {
            bench.clients.series("GET", "name " + i);
        }
        assertThat(bench.clients.series("GET", "one more").name()).isEqualTo("(other)");
        assertThat(bench.clients.series("GET", "name 3").name()).isEqualTo("name 3");
    }

    @Test
    void aUrlUnderTheBaseIsNamedAsIfWrittenWithoutIt() {
        bench.network.accepts().sends(answer("200 OK", "")).sends(answer("200 OK", ""));
        client.request("GET", "/a?b=c").send();
        client.request("GET", "http://shop.test/a?b=c#d").send();

        assertThat(tags(bench.snapshot(), HTTP_REQS))
                .extracting(tags -> tags.get("name"))
                .containsExactly("/a?b=c");
    }
}
