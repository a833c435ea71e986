package io.spate.output.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Tags;
import io.spate.metrics.result.Delivered;
import io.spate.output.otel.OtelReceiver.Answer;
import io.spate.output.registry.OutputRegistry;
import io.spate.output.testkit.FakeRun;
import io.spate.output.testkit.RealServer;
import io.spate.output.type.WrongOutputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a receiver that reads messages by OpenTelemetry's own classes. */
class OtelTest {
    private static final String ODD = "/a,b c=d \"quoted\" \\ \n ünï 🚀";

    private static FakeRun run(OtelReceiver receiver, Map<String, String> env) {
        return new FakeRun(env, "opentelemetry=" + receiver.address() + "?pushInterval=1s");
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

    private static Collection<NumberDataPoint> sums(OtelReceiver receiver, String name) {
        return receiver.latest(
                        name,
                        it -> it.getSum().getDataPointsList(),
                        NumberDataPoint::getAttributesList)
                .values();
    }

    private static Collection<ExponentialHistogramDataPoint> histograms(
            OtelReceiver receiver, String name) {
        return receiver.latest(
                        name,
                        it -> it.getExponentialHistogram().getDataPointsList(),
                        ExponentialHistogramDataPoint::getAttributesList)
                .values();
    }

    private static long total(OtelReceiver receiver, String name) {
        return sums(receiver, name).stream().mapToLong(NumberDataPoint::getAsInt).sum();
    }

    @Test
    void aReceiverHasTheRunsOwnNumbers() throws Exception {
        try (var receiver = new OtelReceiver()) {
            var run =
                    requests(run(receiver, Map.of())).record(Metric.counter("mine"), Tags.NONE, 3);
            var delivered = run.second(4).end();

            assertThat(run.messages()).isEmpty();
            assertThat(delivered.getFirst().lost()).isZero();
            assertThat(total(receiver, "http_reqs")).isEqualTo(1_010);
            assertThat(total(receiver, "mine")).isEqualTo(3);
            assertThat(total(receiver, "http_req_failed")).isEqualTo(1_010);
            assertThat(
                            sums(receiver, "http_req_failed").stream()
                                    .filter(
                                            it ->
                                                    "nonzero"
                                                            .equals(
                                                                    OtelReceiver.tags(
                                                                                    it
                                                                                            .getAttributesList())
                                                                            .get("condition")))
                                    .mapToLong(NumberDataPoint::getAsInt)
                                    .sum())
                    .isEqualTo(10);
            var vus = receiver.metrics("vus").getLast().getGauge().getDataPoints(0);
            assertThat(vus.getAsInt()).isEqualTo(4);
            var sum = receiver.metrics("http_reqs").getFirst().getSum();
            assertThat(sum.getIsMonotonic()).isTrue();
            assertThat(sum.getAggregationTemporality())
                    .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
            assertThat(receiver.metrics("http_req_duration").getFirst().getUnit()).isEqualTo("ms");
            assertThat(receiver.metrics("http_reqs").getFirst().getUnit()).isEmpty();
        }
    }

    @Test
    void trendsAreHistogramsOfTheSameValues() throws Exception {
        try (var receiver = new OtelReceiver()) {
            var run = requests(run(receiver, Map.of()));
            run.end();

            var points = histograms(receiver, "http_req_duration");
            var all =
                    ((Aggregate.Distribution)
                                    run.total()
                                            .find(BuiltinMetrics.HTTP_REQ_DURATION)
                                            .orElseThrow())
                            .histogram();
            assertThat(points).hasSize(3);
            assertThat(points.stream().mapToLong(ExponentialHistogramDataPoint::getCount).sum())
                    .isEqualTo(all.count());
            assertThat(points.stream().mapToDouble(ExponentialHistogramDataPoint::getSum).sum())
                    .isCloseTo(all.sum() / 1e6, Offset.offset(1e-6));
            for (var point : points) {
                long counted =
                        point.getZeroCount()
                                + point.getPositive().getBucketCountsList().stream()
                                        .mapToLong(it -> it)
                                        .sum();
                assertThat(counted).isEqualTo(point.getCount());
                assertThat(lowest(point)).isLessThanOrEqualTo(point.getMin());
                assertThat(highest(point)).isGreaterThanOrEqualTo(point.getMax());
                assertThat(point.getStartTimeUnixNano()).isLessThan(point.getTimeUnixNano());
            }
            var failed =
                    points.stream().filter(it -> it.getCount() == 10).findFirst().orElseThrow();
            assertThat(failed.getMax()).isEqualTo(50);
            assertThat(failed.getPositive().getBucketCountsList()).containsExactly(10L);
            assertThat(histograms(receiver, "http_req_connecting"))
                    .allMatch(it -> it.getZeroCount() == it.getCount());
        }
    }

    private static double lowest(ExponentialHistogramDataPoint point) {
        return Math.pow(2, point.getPositive().getOffset() * Math.pow(2, -point.getScale()));
    }

    private static double highest(ExponentialHistogramDataPoint point) {
        int end = point.getPositive().getOffset() + point.getPositive().getBucketCountsCount();
        return Math.pow(2, end * Math.pow(2, -point.getScale())) * (1 + 1e-12);
    }

    @Test
    void namesHoldAnything() throws Exception {
        try (var receiver = new OtelReceiver()) {
            requests(run(receiver, Map.of())).end();

            assertThat(sums(receiver, "http_reqs"))
                    .anySatisfy(
                            it -> {
                                assertThat(OtelReceiver.tags(it.getAttributesList()))
                                        .containsEntry("name", ODD)
                                        .containsEntry("scenario", "browse")
                                        .doesNotContainKey("vu");
                                assertThat(it.getAsInt()).isEqualTo(500);
                            });
        }
    }

    @Test
    void saysWhoSends() throws Exception {
        try (var receiver = new OtelReceiver()) {
            var env =
                    Map.of(
                            "OTEL_SERVICE_NAME", "checkout",
                            "OTEL_RESOURCE_ATTRIBUTES", "team=a%2Cb,deployment.environment=ci",
                            "OTEL_EXPORTER_OTLP_HEADERS", "x-key=s%20ecret",
                            "K6_OTEL_METRIC_PREFIX", "k6_");
            requests(run(receiver, env)).end();

            var first = receiver.requests().getFirst().getResourceMetrics(0);
            assertThat(OtelReceiver.tags(first.getResource().getAttributesList()))
                    .containsEntry("service.name", "checkout")
                    .containsEntry("service.version", "1.2.3")
                    .containsEntry("host.name", "a-host")
                    .containsEntry("spate.test", "a test")
                    .containsEntry("team", "a,b")
                    .containsEntry("deployment.environment", "ci")
                    .containsKey("service.instance.id");
            assertThat(first.getScopeMetrics(0).getScope().getName()).isEqualTo("spate");
            assertThat(total(receiver, "k6_http_reqs")).isEqualTo(1_010);
            assertThat(receiver.headers().getFirst().getFirst("x-key")).isEqualTo("s ecret");
        }
    }

    @Test
    void compressesWhereAsked() throws Exception {
        try (var receiver = new OtelReceiver()) {
            requests(run(receiver, Map.of("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"))).end();

            assertThat(receiver.headers().getFirst().getFirst("Content-Encoding"))
                    .isEqualTo("gzip");
            assertThat(total(receiver, "http_reqs")).isEqualTo(1_010);
        }
    }

    @Test
    void fiveThousandEndpointsComeInRequestsOfABoundedSize() throws Exception {
        try (var receiver = new OtelReceiver()) {
            var run = run(receiver, Map.of());
            // The registry of a run folds what is above its limit; these are below.
            for (int i = 0; i < 5_000; i++) {
                var tags = FakeRun.request("/items/" + i, 200);
                run.record(BuiltinMetrics.HTTP_REQ_DURATION, tags, 1_000_000 + i);
            }
            var delivered = run.second(1).end();

            assertThat(run.messages()).isEmpty();
            assertThat(delivered.getFirst().lost()).isZero();
            assertThat(histograms(receiver, "http_req_duration")).hasSize(5_000);
            assertThat(receiver.metrics("http_req_duration"))
                    .allMatch(
                            it ->
                                    it.getExponentialHistogram().getDataPointsCount()
                                            <= MetricRequests.POINTS_MAX);
        }
    }

    @Test
    void whatIsRefusedForAWhileArrivesLater() throws Exception {
        try (var receiver =
                new OtelReceiver(
                        0, it -> it == 0 ? new Answer(503, ByteString.EMPTY) : Answer.FINE)) {
            var run = requests(run(receiver, Map.of()));
            var delivered = run.end();

            assertThat(delivered.getFirst().lost()).isZero();
            assertThat(total(receiver, "http_reqs")).isEqualTo(1_010);
            assertThat(run.messages())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("answers with HTTP 503. The run goes on");
        }
    }

    @Test
    void whatAReceiverTakesOnlyInPartIsCounted() throws Exception {
        var partial =
                ExportMetricsServiceResponse.newBuilder()
                        .setPartialSuccess(
                                ExportMetricsPartialSuccess.newBuilder()
                                        .setRejectedDataPoints(7)
                                        .setErrorMessage("too\nmany"))
                        .build()
                        .toByteString();
        try (var receiver =
                new OtelReceiver(0, it -> it == 0 ? new Answer(200, partial) : Answer.FINE)) {
            var run = requests(run(receiver, Map.of()));
            var delivered = run.end();

            assertThat(delivered.getFirst().lost()).isEqualTo(7);
            assertThat(delivered.getFirst().sent()).isPositive();
            assertThat(run.messages().getFirst()).contains("takes only a part: too many");
        }
    }

    @Test
    void aWrongEndpointIsToldOnceAndCounted() throws Exception {
        try (var receiver = new OtelReceiver()) {
            var run =
                    new FakeRun(
                            Map.of("K6_OTEL_HEADERS", "authorization=secret"),
                            "otlp=" + receiver.address() + "/wrong?pushInterval=1s");
            var delivered = requests(run).end();

            assertThat(delivered).extracting(Delivered::sent).containsExactly(0L);
            assertThat(delivered.getFirst().lost()).isPositive();
            assertThat(run.messages())
                    .hasSize(2)
                    .allMatch(it -> it.contains("answers with HTTP 404"))
                    .noneMatch(it -> it.contains("secret"));
        }
    }

    @Test
    void tellsWhatWasLostWhereNothingListens() throws IOException {
        var run =
                new FakeRun(
                        Map.of(),
                        "otel=http://127.0.0.1:%d?pushInterval=1s"
                                .formatted(RealServer.freePort()));
        var delivered = requests(run).end();

        assertThat(delivered.getFirst().lost()).isPositive();
        assertThat(run.messages())
                .anyMatch(it -> it.contains("refuses the connection. The run goes on"))
                .anyMatch(it -> it.contains("points were lost: it refuses the connection"));
    }

    @Test
    void aReplyThatIsNoMessageSaysNothing() {
        for (var text : new String[] {"", "{}", "\n", "\n\u007f", "\u00ff\u00ff", "<html>"}) {
            assertThat(OtelReply.of(text.getBytes(StandardCharsets.ISO_8859_1)).rejected())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', http://localhost:4318/v1/metrics",
        "http://h:1, '', '', http://h:1/v1/metrics",
        "https://h/otlp/, '', '', https://h/otlp/v1/metrics",
        "http://h:1/v1/metrics, '', '', http://h:1/v1/metrics",
        "'', OTEL_EXPORTER_OTLP_ENDPOINT, http://c:2/x, http://c:2/x/v1/metrics",
        "'', OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, http://c:2/x, http://c:2/x",
        "'', K6_OTEL_HTTP_EXPORTER_ENDPOINT, c:2, https://c:2/v1/metrics",
        "http://h:1, OTEL_EXPORTER_OTLP_ENDPOINT, http://c:2, http://h:1/v1/metrics",
        "http://h:1, OTEL_EXPORTER_OTLP_PROTOCOL, grpc, http://h:1/v1/metrics",
    })
    void knowsWhereTo(String argument, String name, String value, String to) {
        var env = name.isEmpty() ? Map.<String, String>of() : Map.of(name, value);
        assertThat(OutputRegistry.plan("opentelemetry=" + argument, env).shown())
                .isEqualTo("opentelemetry (%s)".formatted(to));
    }

    @Test
    void takesK6sPathAndLackOfTls() {
        var env =
                Map.of(
                        "K6_OTEL_HTTP_EXPORTER_ENDPOINT", "c:2",
                        "K6_OTEL_HTTP_EXPORTER_INSECURE", "true",
                        "K6_OTEL_HTTP_EXPORTER_URL_PATH", "/in",
                        "K6_OTEL_EXPORTER_PROTOCOL", "http/protobuf");
        assertThat(OutputRegistry.plan("opentelemetry", env).shown())
                .isEqualTo("opentelemetry (http://c:2/in)");
    }

    @ParameterizedTest
    @CsvSource({
        "K6_OTEL_EXPORTER_PROTOCOL, grpc",
        "K6_OTEL_EXPORTER_TYPE, grpc",
        "OTEL_EXPORTER_OTLP_PROTOCOL, grpc",
        "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL, http/json",
        "K6_OTEL_GRPC_EXPORTER_ENDPOINT, localhost:4317"
    })
    void saysWhatItSpeaksInPlaceOfGrpc(String name, String value) {
        assertThatThrownBy(() -> OutputRegistry.plan("opentelemetry", Map.of(name, value)))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("http/protobuf")
                .hasMessageContaining("4318");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opentelemetry=localhost:4318",
                "otlp=http://h?pushInterval=soon",
                "otel=http://h?interval=1s",
                "otel=http://h?gzip=perhaps"
            })
    void refusesWhatCannotBe(String text) {
        assertThatThrownBy(() -> OutputRegistry.plan(text, Map.of()))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageStartingWith("--out opentelemetry: ");
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_RESOURCE_ATTRIBUTES, secret",
        "K6_OTEL_HEADERS, secret",
        "OTEL_EXPORTER_OTLP_HEADERS, a=secret%zz"
    })
    void refusesVariablesWithoutTheirValues(String name, String value) {
        assertThatThrownBy(() -> OutputRegistry.plan("opentelemetry", Map.of(name, value)))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("secret");
    }

    @Test
    void showsNoSecrets() {
        var env = Map.of("K6_OTEL_HEADERS", "authorization=Bearer secret");
        var plan = OutputRegistry.plan("opentelemetry=https://me:secret@h/otlp", env);
        assertThat(plan.toString() + plan.shown()).doesNotContain("secret");
    }
}
