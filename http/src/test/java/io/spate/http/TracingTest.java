package io.spate.http;

import static io.spate.http.Bench.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate;
import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.Snapshot;
import io.spate.metrics.keeping.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final Pattern HEADER =
            Pattern.compile("\r\ntraceparent: 00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])\r\n");

    private static Bench bench(double share, int perSecond) {
        return new Bench(
                Bench.options("http://shop.test"), new Tracing(true, share, perSecond, true));
    }

    private static List<MatchResult> headers(String written) {
        return HEADER.matcher(written).results().toList();
    }

    private static List<KeptRequest> sampled(Snapshot snapshot) {
        return snapshot.kept().sampled();
    }

    @Test
    void everyRequestHasATraceOfItsOwn() {
        var bench = bench(0, 100);
        var connection = bench.network.accepts();
        for (int i = 0; i < 3; i++) {
            connection.sends(answer("200 OK", ""));
        }
        bench.client.request("GET", "/a").send();
        bench.client.send(bench.client.request("GET", "/a").prepare());
        bench.client.request("POST", "/b").header("X-Own", "1").json(Map.of("a", 1)).send();

        var headers = headers(connection.written());
        assertThat(headers).hasSize(3);
        assertThat(headers).extracting(it -> it.group(1)).doesNotHaveDuplicates();
        assertThat(headers).extracting(it -> it.group(2)).doesNotHaveDuplicates();
        assertThat(headers).extracting(it -> it.group(3)).containsOnly("0");
        assertThat(connection.written())
                .startsWith("GET /a HTTP/1.1\r\n")
                .contains("X-Own: 1\r\n")
                .endsWith("\r\n\r\n{\"a\":1}");
        assertThat(sampled(bench.snapshot())).isEmpty();
    }

    @Test
    void aTraceThatTheScriptHasIsKept() {
        var bench = bench(1, 100);
        var connection =
                bench.network.accepts().sends(answer("200 OK", "")).sends(answer("200 OK", ""));
        bench.client.request("GET", "/").send();
        bench.client.request("GET", "/").header("TraceParent", "00-own").send();

        assertThat(headers(connection.written())).hasSize(1);
        assertThat(connection.written()).contains("TraceParent: 00-own\r\n");
        assertThat(sampled(bench.snapshot())).hasSize(1);
    }

    @Test
    void withoutTracesThereIsNoHeader() {
        var bench = Bench.atShop();
        var connection = bench.network.accepts().sends(answer("200 OK", ""));
        bench.client.request("GET", "/").send();

        assertThat(connection.written()).doesNotContainIgnoringCase("traceparent");
    }

    @Test
    void sampledOnesAreKeptWithTheirTimes() {
        var bench = bench(1, 100);
        bench.clock.sendNanos(2_000);
        var connection =
                bench.network
                        .accepts(5_000)
                        .opening(0, 3_000, 1_000, "")
                        .sends("HTTP/1.1 404 No\r\n", 50_000)
                        .sends("Content-Length: 0\r\n\r\n", 7_000);
        bench.client.request("GET", "/{id}?token=topsecret").path("id", 7).name("/items").send();

        var kept = sampled(bench.snapshot()).getFirst();
        var header = headers(connection.written()).getFirst();
        var trace = kept.trace().orElseThrow();
        assertThat(header.group(1)).isEqualTo(trace.traceId());
        assertThat(header.group(2)).isEqualTo(trace.spanId());
        assertThat(header.group(3)).isEqualTo("1");
        assertThat(trace.sampled()).isTrue();
        assertThat(kept.url()).isEqualTo("http://shop.test/7?token=***");
        assertThat(kept.series().tags().get("name")).isEqualTo("/items");
        assertThat(kept.series().tags().get("status")).isEqualTo("404");
        assertThat(kept.times())
                .isEqualTo(new KeptRequest.Times(5_000, 3_000, 1_000, 2_000, 50_000, 7_000));
        assertThat(Duration.between(kept.startedAt(), bench.clock.instant()))
                .isGreaterThanOrEqualTo(Duration.ofNanos(64_000));
    }

    @Test
    void noMoreAreSampledInASecondThanMay() {
        var bench = bench(1, 2);
        var connection = bench.network.accepts();
        for (int i = 0; i < 6; i++) {
            connection.sends(answer("200 OK", ""));
        }
        for (int i = 0; i < 5; i++) {
            bench.client.request("GET", "/").send();
        }
        var second = bench.snapshot();
        bench.client.request("GET", "/").send();

        assertThat(sampled(second)).hasSize(2);
        assertThat(sampled(bench.snapshot())).hasSize(1);
        assertThat(headers(connection.written()))
                .extracting(it -> it.group(3))
                .containsExactly("1", "1", "0", "0", "0", "1");
        assertThat(second.find(HttpClients.LIMITS_REACHED)).contains(new Aggregate.Count(3));
    }

    @Test
    void aShareIsSampled() {
        var bench = bench(0.25, Integer.MAX_VALUE);
        var connection = bench.network.accepts();
        for (int i = 0; i < 2_000; i++) {
            connection.sends(answer("200 OK", ""));
            bench.client.request("GET", "/").send();
        }
        // Ten standard deviations to both sides.
        assertThat(sampled(bench.snapshot()).size()).isBetween(300, 700);
    }

    @Test
    void eachRedirectIsARequestOfItsOwn() {
        var bench = bench(1, 100);
        var connection =
                bench.network
                        .accepts()
                        .sends(Bench.redirect(302, "/b"))
                        .sends(answer("200 OK", ""));
        bench.client.request("GET", "/a").send();

        assertThat(headers(connection.written())).hasSize(2);
        assertThat(sampled(bench.snapshot()))
                .extracting(KeptRequest::url)
                .containsExactly("http://shop.test/a", "http://shop.test/b");
    }
}
