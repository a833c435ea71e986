package io.spate.output.otel;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

/** Takes OTLP by HTTP, and reads it with OpenTelemetry's own classes. */
final class OtelReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private final IntFunction<Answer> answers;
    private int attempts;

    /** What is answered, and whether what came is kept. */
    record Answer(int status, ByteString body) {
        static final Answer FINE = new Answer(200, ByteString.EMPTY);
    }

    OtelReceiver() throws IOException {
        this(0, _ -> Answer.FINE);
    }

    /**
     * One that answers as it is told to.
     *
     * @param answers by the number of the request, from 0
     */
    OtelReceiver(int port, IntFunction<Answer> answers) throws IOException {
        this.answers = answers;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 9);
        server.createContext("/v1/metrics", this::take);
        server.createContext("/v1/traces", this::takeSpans);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = exchange.getRequestBody().readAllBytes();
            var answer = answers.apply(attempts++);
            headers.add(exchange.getRequestHeaders());
            if (answer.status == 200) {
                metrics.add(ExportMetricsServiceRequest.parseFrom(plain(exchange, bytes)));
            }
            exchange.sendResponseHeaders(
                    answer.status, answer.body.isEmpty() ? -1 : answer.body.size());
            exchange.getResponseBody().write(answer.body.toByteArray());
        }
    }

    private void takeSpans(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = exchange.getRequestBody().readAllBytes();
            ExportTraceServiceRequest.parseFrom(plain(exchange, bytes))
                    .getResourceSpansList()
                    .forEach(
                            it ->
                                    it.getScopeSpansList()
                                            .forEach(scope -> spans.addAll(scope.getSpansList())));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    List<Span> spans() {
        return spans;
    }

    private static byte[] plain(HttpExchange exchange, byte[] bytes) throws IOException {
        if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            return bytes;
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    List<ExportMetricsServiceRequest> requests() {
        return metrics;
    }

    List<Headers> headers() {
        return headers;
    }

    /** The points of a metric in all requests, those of a later one in place of earlier ones. */
    <P> Map<Map<String, String>, P> latest(
            String name, Function<Metric, List<P>> points, Function<P, List<KeyValue>> attributes) {
        Map<Map<String, String>, P> latest = new HashMap<>();
        metrics(name)
                .forEach(
                        metric ->
                                points.apply(metric)
                                        .forEach(it -> latest.put(tags(attributes.apply(it)), it)));
        return latest;
    }

    /** All that came under a name. */
    List<Metric> metrics(String name) {
        return metrics.stream()
                .flatMap(it -> it.getResourceMetricsList().stream())
                .flatMap(it -> it.getScopeMetricsList().stream())
                .flatMap(it -> it.getMetricsList().stream())
                .filter(it -> it.getName().equals(name))
                .toList();
    }

    static Map<String, String> tags(List<KeyValue> attributes) {
        var tags = new TreeMap<String, String>();
        attributes.forEach(it -> tags.put(it.getKey(), it.getValue().getStringValue()));
        return tags;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
