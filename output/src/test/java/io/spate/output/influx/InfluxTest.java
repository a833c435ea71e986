package io.spate.output.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Tags;
import io.spate.metrics.result.Delivered;
import io.spate.output.registry.OutputRegistry;
import io.spate.output.testkit.FakeRun;
import io.spate.output.testkit.RealServer;
import io.spate.output.type.WrongOutputException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against InfluxDB 1 and, in place of version 2, VictoriaMetrics. */
class InfluxTest {
    private static final String ODD = "/a,b c=d \"quoted\" \\ ünï 🚀";

    @TempDir private Path folder;

    /** The first number in the first row that a query finds. */
    private static double number(RealServer influx, String query) throws Exception {
        var answer = influx.get("/query", "db", "k6", "q", query);
        var matcher = Pattern.compile("\\[\"[^\"]*\",(-?[0-9.e+]+)").matcher(answer);
        assertThat(matcher.find()).as("%s: %s", query, answer).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static Histograms histograms(FakeRun run) {
        return new Histograms(
                (Aggregate.Distribution)
                        run.total().find(BuiltinMetrics.HTTP_REQ_DURATION).orElseThrow());
    }

    private record Histograms(Aggregate.Distribution all) {
        double millis(double percentile) {
            return all.histogram().percentile(percentile) / 1e6;
        }
    }

    @Test
    void eachValueIsAPointInK6sSchema() throws Exception {
        try (var influx = RealServer.influx(folder, RealServer.freePort())) {
            var run = new FakeRun(Map.of(), "influxdb=http://127.0.0.1:" + influx.port() + "/k6");
            for (int i = 0; i < 2_500; i++) {
                run.request("/users", i % 10 == 0 ? 500 : 200, 1_000_000 + i * 1_000L);
            }
            run.request(ODD, 200, 7_250_000).record(Metric.counter("mine"), Tags.NONE, 3);
            var delivered = run.second(4).end();

            assertThat(run.messages()).isEmpty();
            // Nine of k6's metrics for each request, one of its own, the users, and response times.
            assertThat(delivered)
                    .extracting(Delivered::sent, Delivered::lost)
                    .containsExactly(tuple(9 * 2_501L + 4, 0L));
            assertThat(number(influx, "select sum(value) from http_reqs")).isEqualTo(2_501);
            assertThat(number(influx, "select count(value) from http_req_duration"))
                    .isEqualTo(2_501);
            assertThat(number(influx, "select sum(value) from http_req_failed")).isEqualTo(250);
            assertThat(number(influx, "select max(value) from http_req_duration")).isEqualTo(7.25);
            assertThat(number(influx, "select last(value) from vus")).isEqualTo(4);
            assertThat(number(influx, "select last(value) from mine")).isEqualTo(3);
            var odd = ODD.replace("\\", "\\\\").replace("'", "\\'");
            assertThat(
                            number(
                                    influx,
                                    "select count(value) from http_reqs where \"name\"='%s'"
                                            .formatted(odd)))
                    .isEqualTo(1);
            assertThat(influx.get("/query", "db", "k6", "q", "select * from http_reqs limit 1"))
                    .contains("\"url\"", "\"/users\"", "\"browse\"");
        }
    }

    @Test
    void eachSecondIsAPointWithTruePercentiles() throws Exception {
        try (var influx = RealServer.influx(folder, RealServer.freePort())) {
            var run =
                    new FakeRun(
                            Map.of("K6_INFLUXDB_DB", "k6"),
                            "influxdb=http://127.0.0.1:" + influx.port() + "?push=seconds&gzip");
            for (int i = 0; i < 1_000; i++) {
                run.request(i % 2 == 0 ? "/users" : ODD, 200, 1_000_000 + i * 10_000L);
            }
            var price = new Metric("price", Metric.Type.COUNTER, Metric.Contains.DECIMAL);
            run.record(price, Tags.NONE, 2_500_000).second(3);
            for (int i = 0; i < 10; i++) {
                run.request("/users", 503, 50_000_000);
            }
            run.second(5).end();

            assertThat(run.messages()).isEmpty();
            assertThat(number(influx, "select sum(count) from http_reqs")).isEqualTo(1_010);
            assertThat(number(influx, "select sum(count) from price")).isEqualTo(2.5);
            assertThat(number(influx, "select sum(hits) from http_req_failed")).isEqualTo(10);
            assertThat(number(influx, "select sum(sum) from http_req_duration"))
                    .isEqualTo(histograms(run).all.histogram().sum() / 1e6);
            assertThat(number(influx, "select first(\"p99.9\") from http_req_duration_all"))
                    .isBetween(10.9, 11.0);
            assertThat(number(influx, "select max(max) from http_req_duration"))
                    .isEqualTo(histograms(run).millis(100));
            assertThat(number(influx, "select max(value) from vus")).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?push=seconds"})
    void byUdp(String settings) throws Exception {
        try (var influx = RealServer.influx(folder, RealServer.freePort())) {
            var run = new FakeRun(Map.of(), "influxdb=udp://127.0.0.1:" + influx.port() + settings);
            for (int i = 0; i < 40; i++) {
                run.request(ODD, 200, 1_000_000 + i * 10_000L);
            }
            var delivered = run.second(3).end();

            assertThat(run.messages()).isEmpty();
            assertThat(delivered.getFirst().output())
                    .isEqualTo("influxdb (udp://127.0.0.1:%d)".formatted(influx.port()));
            var count = settings.isEmpty() ? "count(value)" : "sum(count)";
            var query = "select " + count + " from http_req_duration";
            for (int i = 0;
                    i < 50 && !influx.get("/query", "db", "k6", "q", query).contains(",40]");
                    i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(number(influx, query)).isEqualTo(40);
        }
    }

    @Test
    void versionTwo() throws Exception {
        try (var victoria = RealServer.victoria(folder, RealServer.freePort())) {
            var run =
                    new FakeRun(
                            Map.of("K6_INFLUXDB_TOKEN", "secret", "K6_INFLUXDB_BUCKET", "load"),
                            "influxdb2=http://127.0.0.1:" + victoria.port() + "?org=us");
            for (int i = 0; i < 500; i++) {
                run.request(ODD, 200, 1_000_000 + i);
            }
            var delivered = run.second(4).end();

            assertThat(run.messages()).isEmpty();
            assertThat(delivered.getFirst().sent()).isEqualTo(4_503);
            var odd = ODD.replace("\\", "\\\\").replace("\"", "\\\"");
            var query = "sum(count_over_time(http_reqs_value{name=\"%s\"}[1h]))".formatted(odd);
            var answer = "";
            for (int i = 0; i < 50 && !answer.contains("\"500\"]"); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
                victoria.get("/internal/force_flush");
                answer = victoria.get("/api/v1/query", "query", query);
            }
            assertThat(answer).contains("\"500\"]");
        }
    }

    @Test
    void whatIsMeasuredWhileItIsAwayArrivesWhenItIsBack() throws Exception {
        int port = RealServer.freePort();
        var run =
                new FakeRun(
                        Map.of(), "influxdb=http://127.0.0.1:%d/k6?push=seconds".formatted(port));
        run.request("/users", 200, 1_000_000).second(1);
        run.request("/users", 200, 1_000_000).second(1);
        try (var influx = RealServer.influx(folder, port)) {
            run.request("/users", 200, 1_000_000).second(1).end();

            assertThat(number(influx, "select sum(count) from http_reqs")).isEqualTo(3);
        }
        assertThat(run.messages()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void tellsWhatWasLostWhereNothingListens() throws Exception {
        var run =
                new FakeRun(
                        Map.of("K6_INFLUXDB_PASSWORD", "secret"),
                        "influxdb=http://me@127.0.0.1:%d/k6?push=seconds"
                                .formatted(RealServer.freePort()));
        var delivered = run.request("/users", 200, 1_000_000).second(1).end();

        assertThat(delivered.getFirst().lost()).isPositive();
        assertThat(run.messages())
                .anyMatch(it -> it.contains("refuses the connection. The run goes on"))
                .anyMatch(it -> it.contains("points were lost: it refuses the connection"))
                .noneMatch(it -> it.contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "influxdb=ftp://x/k6",
                "influxdb=http://x/k6?precison=ms",
                "influxdb=http://x/k6?precision=days",
                "influxdb=http://x/k6?tagsAsFields=vu:number",
                "influxdb=http://x/k6?pushInterval=soon",
                "influxdb=http://x/k6?insecure=perhaps",
                "influxdb=udp://x:8089/k6",
                "influxdb=udp://x:8089?gzip",
                "influxdb2=udp://x/b",
                "influxdb2=http://x/"
            })
    void refusesWhatCannotBe(String text) {
        assertThatThrownBy(() -> OutputRegistry.plan(text, Map.of()))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageStartingWith("--out influxdb");
    }

    @Test
    void showsNoSecrets() {
        assertThat(OutputRegistry.plan("influxdb=http://me:secret@h:8086/x/k6", Map.of()).shown())
                .isEqualTo("influxdb (http://h:8086/x/k6)");
        assertThat(
                        OutputRegistry.plan("influxdb2=http://h/b?org=o&token=secret", Map.of())
                                .toString())
                .doesNotContain("secret");
    }
}
