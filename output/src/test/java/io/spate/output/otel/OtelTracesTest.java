package io.spate.output.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.spate.metrics.KeptRequests.KeptRequest.Trace;
import io.spate.metrics.keeping.Tracing;
import io.spate.output.registry.OutputRegistry;
import io.spate.output.testkit.FakeRun;
import io.spate.output.testkit.RealServer;
import io.spate.output.type.WrongOutputException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtelTracesTest {
    private static final Trace TRACE =
            new Trace(0x0102030405060708L, -2, 0x1112131415161718L, true);

    private static FakeRun run(OtelReceiver receiver, String query) {
        return new FakeRun(Map.of(), "otlp=" + receiver.address() + "?pushInterval=1s" + query);
    }

    private static Map<String, String> attributes(Span span) {
        return span.getAttributesList().stream()
                .collect(
                        Collectors.toMap(
                                it -> it.getKey(),
                                it ->
                                        switch (it.getValue().getValueCase()) {
                                            case STRING_VALUE -> it.getValue().getStringValue();
                                            case INT_VALUE -> "" + it.getValue().getIntValue();
                                            case DOUBLE_VALUE ->
                                                    "" + it.getValue().getDoubleValue();
                                            default -> "?";
                                        }));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    @Test
    void aSampledRequestIsASpan() throws Exception {
        try (var receiver = new OtelReceiver()) {
            var run = run(receiver, "&traces=5%");
            run.sampled("/users/7", 200, 25_000_000, TRACE, "").second(1);
            var delivered = run.end();

            assertThat(run.messages()).isEmpty();
            assertThat(delivered.getFirst().lost()).isZero();
            var span = receiver.spans().getFirst();
            assertThat(receiver.spans()).hasSize(1);
            assertThat(hex(span.getTraceId())).isEqualTo("0102030405060708fffffffffffffffe");
            assertThat(hex(span.getSpanId())).isEqualTo("1112131415161718");
            assertThat(span.getName()).isEqualTo("GET /users/7");
            assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
            assertThat(span.getStartTimeUnixNano()).isEqualTo(1_700_000_000_000_000_005L);
            assertThat(span.getEndTimeUnixNano() - span.getStartTimeUnixNano())
                    .isEqualTo(25_001_000);
            assertThat(span.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_UNSET);
            assertThat(attributes(span))
                    .containsEntry("http.request.method", "GET")
                    .containsEntry("url.full", "http://shop.test:8080/users/7")
                    .containsEntry("server.address", "shop.test")
                    .containsEntry("server.port", "8080")
                    .containsEntry("http.response.status_code", "200")
                    .containsEntry("network.protocol.version", "1.1")
                    .containsEntry("spate.scenario", "browse")
                    .containsEntry("spate.waiting_ms", "24.995")
                    .doesNotContainKey("error.type");
        }
    }

    @Test
    void aFailureIsAnError() throws Exception {
        try (var receiver = new OtelReceiver()) {
            run(receiver, "&traces")
                    .sampled("/a", 503, 1_000_000, TRACE, "")
                    .sampled("/ /b|{}", 0, 1_000_000, TRACE, "connection refused")
                    .second(1)
                    .end();

            var failed = receiver.spans().getFirst();
            assertThat(failed.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
            assertThat(attributes(failed)).containsEntry("error.type", "503");
            var refused = receiver.spans().get(1);
            assertThat(refused.getStatus().getMessage()).isEqualTo("connection refused");
            assertThat(attributes(refused))
                    .containsEntry("url.full", "http://shop.test:8080/ /b|{}")
                    .doesNotContainKeys("http.response.status_code", "server.address");
        }
    }

    @Test
    void aHistogramLeadsToTheSlowestOfItsSampledRequests() throws Exception {
        try (var receiver = new OtelReceiver()) {
            var slow = new Trace(7, 8, 9, true);
            run(receiver, "&traces=1")
                    .sampled("/a", 200, 5_000_000, TRACE, "")
                    .sampled("/a", 200, 25_000_000, slow, "")
                    .sampled("/b", 200, 1_000_000, TRACE, "")
                    .second(1)
                    .end();

            var points =
                    receiver.metrics("http_req_duration")
                            .getFirst()
                            .getExponentialHistogram()
                            .getDataPointsList();
            var ofA =
                    points.stream()
                            .filter(
                                    it ->
                                            "/a"
                                                    .equals(
                                                            OtelReceiver.tags(
                                                                            it.getAttributesList())
                                                                    .get("name")))
                            .findFirst()
                            .orElseThrow();
            assertThat(ofA.getExemplarsList()).hasSize(1);
            assertThat(hex(ofA.getExemplars(0).getSpanId())).isEqualTo("0000000000000009");
            assertThat(ofA.getExemplars(0).getAsDouble()).isEqualTo(25);
        }
    }

    @Test
    void tracesCanBeAllThatIsSent() throws Exception {
        try (var receiver = new OtelReceiver()) {
            var run = run(receiver, "&traces=1&metrics=false");
            for (int i = 0; i < 1_200; i++) {
                run.sampled("/a", 200, 5_000_000, TRACE, "");
            }
            var delivered = run.second(1).end();

            assertThat(receiver.spans()).hasSize(1_200);
            assertThat(receiver.requests()).isEmpty();
            assertThat(delivered.getFirst().sent()).isEqualTo(1_200);
        }
    }

    @Test
    void whatWaitsForADeadReceiverIsBoundedAndCounted() throws Exception {
        var run =
                new FakeRun(
                        Map.of(),
                        "otlp=http://127.0.0.1:%d?traces=1&metrics=false"
                                .formatted(RealServer.freePort()));
        for (int second = 0; second < 150; second++) {
            for (int i = 0; i < 100; i++) {
                run.sampled("/a", 200, 5_000_000, TRACE, "");
            }
            run.second(1);
        }
        var delivered = run.end();

        assertThat(delivered.getFirst().sent()).isZero();
        assertThat(delivered.getFirst().lost()).isGreaterThanOrEqualTo(15_000);
    }

    @Test
    void withoutTracesThereAreNoSpans() throws Exception {
        try (var receiver = new OtelReceiver()) {
            run(receiver, "").sampled("/a", 200, 5_000_000, TRACE, "").second(1).end();

            assertThat(receiver.spans()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://h?traces, 0.01, 100",
        "http://h?traces=5%, 0.05, 100",
        "http://h?traces=0.5&tracesPerSecond=7, 0.5, 7"
    })
    void saysHowManyRequestsAreToBeSampled(String argument, double share, int perSecond) {
        assertThat(OutputRegistry.plan("otlp=" + argument, Map.of()).tracing())
                .isEqualTo(new Tracing(true, share, perSecond, true));
    }

    @Test
    void asksForNoTracesUnlessTold() {
        assertThat(OutputRegistry.plan("otlp", Map.of()).tracing()).isEqualTo(Tracing.OFF);
        assertThat(OutputRegistry.plan("otlp", Map.of("K6_OTEL_TRACES", "2%")).tracing().share())
                .isEqualTo(0.02);
    }

    @ParameterizedTest
    @CsvSource({
        "traces=150%",
        "traces=often",
        "traces&tracesPerSecond=0",
        "traces&tracesPerSecond=many"
    })
    void refusesWhatCannotBe(String query) {
        assertThatThrownBy(() -> OutputRegistry.plan("otlp=http://h?" + query, Map.of()))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageStartingWith("--out opentelemetry: traces");
    }
}
