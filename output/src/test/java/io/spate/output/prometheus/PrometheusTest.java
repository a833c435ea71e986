package io.spate.output.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.output.registry.OutputRegistry;
import io.spate.output.testkit.FakeRun;
import io.spate.output.testkit.RealServer;
import io.spate.output.type.WrongOutputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against Prometheus and its Pushgateway. */
class PrometheusTest {
    private static final String ODD = "/a,b c=d \"quoted\" \\ ünï 🚀";

    @TempDir private Path folder;

    private RealServer prometheus(String scrape) throws IOException, InterruptedException {
        var conf = folder.resolve("prometheus.yml");
        Files.writeString(conf, "global: {scrape_interval: 1s}\n" + scrape);
        int port = RealServer.freePort();
        return RealServer.start(
                folder,
                port,
                "prometheus",
                "--config.file=" + conf,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--web.enable-remote-write-receiver",
                "--enable-feature=native-histograms");
    }

    /** The value of the only series that a query finds, as soon as it finds one. */
    private static double value(RealServer prometheus, String query) throws Exception {
        var pattern = Pattern.compile("\"result\":\\[\\{[^]]*\"value\":\\[[0-9.]+,\"([^\"]+)\"]}]");
        for (int i = 0; ; i++) {
            var later = Long.toString(Instant.now().getEpochSecond() + 60);
            var answer = prometheus.get("/api/v1/query", "query", query, "time", later);
            var matcher = pattern.matcher(answer);
            if (matcher.find()) {
                return Double.parseDouble(matcher.group(1));
            }
            assertThat(i).as("%s: %s", query, answer).isLessThan(20);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static FakeRun requests(FakeRun run) {
        for (int i = 0; i < 1_000; i++) {
            run.request(i % 2 == 0 ? "/users" : ODD, 200, 1_000_000 + i * 10_000L);
        }
        run.second(3);
        for (int i = 0; i < 10; i++) {
            run.request("/users", 503, 50_000_000);
        }
        return run.second(5);
    }

    private static double seconds(FakeRun run, double percentile) {
        return nanos(run, percentile) / 1e9;
    }

    private static double nanos(FakeRun run, double percentile) {
        var times = run.total().find(BuiltinMetrics.HTTP_REQ_DURATION).orElseThrow();
        return ((Aggregate.Distribution) times).histogram().percentile(percentile);
    }

    @Test
    void remoteWriteHasTheRunsOwnNumbers() throws Exception {
        try (var prometheus = prometheus("")) {
            var run =
                    requests(
                            new FakeRun(
                                    Map.of(
                                            "K6_PROMETHEUS_RW_TREND_STATS",
                                            "p(95),p(99.9),max,sum,count",
                                            "K6_PROMETHEUS_RW_PUSH_INTERVAL",
                                            "1s"),
                                    "experimental-prometheus-rw=http://127.0.0.1:%d/api/v1/write"
                                            .formatted(prometheus.port())));
            var delivered = run.end();

            assertThat(run.messages()).isEmpty();
            assertThat(delivered.getFirst().lost()).isZero();
            assertThat(value(prometheus, "sum(k6_http_reqs_total)")).isEqualTo(1_010);
            assertThat(value(prometheus, "k6_http_reqs_total{status=\"503\"}")).isEqualTo(10);
            assertThat(value(prometheus, "k6_http_req_failed_rate{status=\"503\"}")).isEqualTo(1);
            assertThat(value(prometheus, "k6_http_req_duration_max{status=\"503\"}"))
                    .isEqualTo(0.05);
            assertThat(value(prometheus, "sum(k6_http_req_duration_count)")).isEqualTo(1_010);
            assertThat(value(prometheus, "max(k6_http_req_duration_p999{status=\"200\"})"))
                    .isBetween(0.0109, 0.011);
            assertThat(value(prometheus, "k6_vus")).isEqualTo(5);
            var odd = ODD.replace("\\", "\\\\").replace("\"", "\\\"");
            assertThat(value(prometheus, "k6_http_reqs_total{name=\"%s\"}".formatted(odd)))
                    .isEqualTo(500);
        }
    }

    @Test
    void remoteWriteOfNativeHistograms() throws Exception {
        try (var prometheus = prometheus("")) {
            var run =
                    requests(
                            new FakeRun(
                                    Map.of(
                                            "K6_PROMETHEUS_RW_TREND_AS_NATIVE_HISTOGRAM", "true",
                                            "K6_PROMETHEUS_RW_STALE_MARKERS", "false"),
                                    "prometheus-rw=http://127.0.0.1:%d/api/v1/write"
                                            .formatted(prometheus.port())));
            run.end();

            assertThat(run.messages()).isEmpty();
            assertThat(value(prometheus, "histogram_count(sum(k6_http_req_duration_seconds))"))
                    .isEqualTo(1_010);
            assertThat(
                            value(
                                    prometheus,
                                    "histogram_quantile(0.95,"
                                            + " sum(k6_http_req_duration_seconds))"))
                    .isBetween(seconds(run, 95) * 0.91, seconds(run, 95) * 1.09);
        }
    }

    @Test
    void remoteWriteOfClassicHistograms() throws Exception {
        try (var prometheus = prometheus("")) {
            var run =
                    requests(
                            new FakeRun(
                                    Map.of("SPATE_PROMETHEUS_RW_BUCKETS", "true"),
                                    "prometheus-rw=http://127.0.0.1:%d/api/v1/write"
                                            .formatted(prometheus.port())));
            run.end();

            assertThat(run.messages()).isEmpty();
            assertThat(value(prometheus, "sum(k6_http_req_duration_seconds_bucket{le=\"0.025\"})"))
                    .isEqualTo(1_000);
            assertThat(
                            value(
                                    prometheus,
                                    "histogram_quantile(0.999,"
                                            + " sum by(le)(k6_http_req_duration_seconds_bucket))"))
                    .isBetween(0.025, 0.05);
        }
    }

    @Test
    void remoteWriteIsTakenByVictoriaMetrics() throws Exception {
        try (var victoria = RealServer.victoria(folder, RealServer.freePort())) {
            var run =
                    requests(
                            new FakeRun(
                                    Map.of(),
                                    "prometheus-rw=http://127.0.0.1:%d/api/v1/write?staleMarkers"
                                            .formatted(victoria.port())));
            run.end();

            assertThat(run.messages()).isEmpty();
            victoria.get("/internal/force_flush");
            assertThat(
                            victoria.get(
                                    "/api/v1/export",
                                    "match[]",
                                    "k6_http_reqs_total{status=\"503\"}",
                                    "end",
                                    Long.toString(Instant.now().getEpochSecond() + 60)))
                    .contains("\"values\":[10");
        }
    }

    @Test
    void aPageIsScrapedOneTimeMoreAfterTheEnd() throws Exception {
        int port = RealServer.freePort();
        try (var prometheus =
                prometheus(
                        """
                        scrape_configs:
                          - job_name: spate
                            static_configs: [{targets: ["127.0.0.1:%d"]}]
                        """
                                .formatted(port))) {
            var run =
                    requests(
                            new FakeRun(
                                    Map.of(),
                                    "prometheus=127.0.0.1:%d?linger=20s".formatted(port)));
            var delivered = run.end();

            assertThat(run.messages()).isEmpty();
            assertThat(delivered.getFirst().sent()).isPositive();
            assertThat(delivered.getFirst().failure()).isEmpty();
            assertThat(value(prometheus, "sum(max_over_time(k6_http_reqs_total[5m]))"))
                    .isEqualTo(1_010);
            assertThat(
                            value(
                                    prometheus,
                                    "sum(max_over_time(k6_http_req_duration_seconds_count[5m]))"))
                    .isEqualTo(1_010);
            assertThat(
                            value(
                                    prometheus,
                                    "sum(max_over_time(k6_http_req_duration_seconds_bucket{le=\"0.025\"}[5m]))"))
                    .isEqualTo(1_000);
            assertThat(
                            value(
                                    prometheus,
                                    "max_over_time(k6_http_req_duration_p99{status=\"503\"}[5m])"))
                    .isEqualTo(0.05);
        }
    }

    @Test
    void thePushgatewayHasTheGaugesOfTheAutomationGuide() throws Exception {
        int port = RealServer.freePort();
        try (var gateway =
                RealServer.start(
                        folder,
                        port,
                        "prometheus-pushgateway",
                        "--persistence.file=" + folder.resolve("gateway"),
                        "--web.listen-address=127.0.0.1:" + port)) {
            var run =
                    requests(
                            new FakeRun(
                                    Map.of(
                                            "PROMETHEUS_PUSHGATEWAY_URL",
                                            "http://127.0.0.1:" + port),
                                    "pushgateway"));
            run.end();

            assertThat(run.messages()).isEmpty();
            var page = gateway.get("/metrics");
            assertThat(page)
                    .containsPattern(gauge("latency_p50_ms", nanos(run, 50) / 1e6))
                    .containsPattern(gauge("latency_p95_ms", nanos(run, 95) / 1e6))
                    .containsPattern(gauge("latency_p99_ms", nanos(run, 99) / 1e6))
                    .containsPattern(gauge("throughput_rps", 505))
                    .containsPattern(gauge("slo_passed", 1))
                    .containsPattern(gauge("slo_violations_count", 0))
                    .contains("loadtest_error_rate_percent{");
        }
    }

    private static String gauge(String name, double value) {
        var number = value == Math.rint(value) ? Long.toString((long) value) : "" + value;
        return "loadtest_%s\\{instance=\"loadtest-\\d{10}\",job=\"loadtest\"} %s\n"
                .formatted(name, Pattern.quote(number));
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () ->
                                    new FakeRun(
                                            Map.of(),
                                            "prometheus=127.0.0.1:" + taken.getLocalPort()))
                    .isInstanceOf(WrongOutputException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prometheus=localhost",
                "prometheus=:99999",
                "prometheus=9595?linger=long",
                "prometheus-rw=localhost:9090",
                "prometheus-rw=http://h/?trendStats=p95",
                "prometheus-rw=http://h/?trendstats=avg",
                "prometheus-rw=https://h/?key=client.key",
                "pushgateway=http://h:9091?jobs=x"
            })
    void refusesWhatCannotBe(String text) {
        assertThatThrownBy(() -> OutputRegistry.plan(text, Map.of()))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageStartingWith("--out p");
    }

    @Test
    void showsNoSecrets() {
        var env =
                Map.of(
                        "K6_PROMETHEUS_RW_USERNAME", "me",
                        "K6_PROMETHEUS_RW_PASSWORD", "secret",
                        "K6_PROMETHEUS_RW_HEADERS_X-Scope", "secret");
        var plan = OutputRegistry.plan("prometheus-rw=http://you:secret@h:9/w", env);
        assertThat(plan.toString() + plan.shown()).doesNotContain("secret");
        assertThat(plan.shown()).isEqualTo("prometheus-rw (http://h:9/w)");
    }
}
