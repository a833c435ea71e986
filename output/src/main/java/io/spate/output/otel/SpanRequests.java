package io.spate.output.otel;

import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.KeptRequests.KeptRequest.Trace;
import io.spate.output.delivery.Clock;
import io.spate.output.delivery.Parcel;
import io.spate.output.encoding.ProtoBytes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests as spans of their traces ({@code ExportTraceServiceRequest} in
 * opentelemetry/proto/trace/v1), with the names of OpenTelemetry's conventions for HTTP clients.
 */
final class SpanRequests {
    static final int SPANS_MAX = 500;

    private static final int CLIENT = 3;
    private static final int ERROR = 2;
    private static final int SAMPLED = 1;
    private static final int ATTRIBUTE = 9;
    private static final double NANOS_PER_MILLI = 1e6;

    private SpanRequests() {}

    static List<Parcel<OtelRequest>> of(List<KeptRequest> requests, OtelSource source) {
        var parcels = new ArrayList<Parcel<OtelRequest>>();
        for (int from = 0; from < requests.size(); from += SPANS_MAX) {
            var part = requests.subList(from, Math.min(requests.size(), from + SPANS_MAX));
            var spans = source.scoped();
            part.forEach(it -> it.trace().ifPresent(trace -> spans.message(2, span(it, trace))));
            parcels.add(new Parcel<>(source.request(source.traces(), spans), part.size()));
        }
        return parcels;
    }

    private static ProtoBytes span(KeptRequest request, Trace trace) {
        var tags = request.series().tags();
        var method = tags.get("method");
        long start = Clock.epochNanos(request.startedAt());
        var span = new ProtoBytes();
        span.bytes(1, trace.high(), trace.low());
        span.bytes(2, trace.span());
        span.text(5, method + " " + tags.get("name"));
        span.whole(6, CLIENT);
        span.fixed64(7, start);
        span.fixed64(8, start + request.times().elapsedNanos());
        text(span, "http.request.method", method);
        text(span, "url.full", request.url());
        server(span, request.url());
        if (!tags.get("status").equals("0")) {
            OtelResource.attribute(
                    span, ATTRIBUTE, "http.response.status_code", number(tags.get("status")));
        }
        text(span, "network.protocol.version", tags.get("proto").replaceFirst("^HTTP/", ""));
        text(span, "spate.scenario", tags.get("scenario"));
        times(span, request.times());
        if (tags.get("expected_response").equals("false")) {
            boolean answered = number(tags.get("status")) >= 400;
            text(span, "error.type", answered ? tags.get("status") : tags.get("error_kind"));
            var status = new ProtoBytes();
            if (!request.error().isEmpty()) {
                status.text(2, request.error());
            }
            status.whole(3, ERROR);
            span.message(15, status);
        }
        span.fixed32(16, SAMPLED);
        return span;
    }

    private static void text(ProtoBytes span, String name, String value) {
        if (!value.isEmpty()) {
            OtelResource.attribute(span, ATTRIBUTE, name, value);
        }
    }

    /** A tag that is a number; 0 for any other. */
    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private static void server(ProtoBytes span, String url) {
        try {
            var uri = URI.create(url);
            if (uri.getHost() != null) {
                int port = uri.getPort() >= 0 ? uri.getPort() : url.startsWith("https") ? 443 : 80;
                text(span, "server.address", uri.getHost());
                OtelResource.attribute(span, ATTRIBUTE, "server.port", port);
            }
        } catch (IllegalArgumentException _) {
            // A target that no library would take; the URL is in the span all the same.
        }
    }

    private static void times(ProtoBytes span, KeptRequest.Times times) {
        millis(span, "spate.blocked_ms", times.blockedNanos());
        millis(span, "spate.connecting_ms", times.connectingNanos());
        millis(span, "spate.tls_handshaking_ms", times.tlsHandshakingNanos());
        millis(span, "spate.sending_ms", times.sendingNanos());
        millis(span, "spate.waiting_ms", times.waitingNanos());
        millis(span, "spate.receiving_ms", times.receivingNanos());
    }

    private static void millis(ProtoBytes span, String name, long nanos) {
        OtelResource.attribute(span, ATTRIBUTE, name, nanos / NANOS_PER_MILLI);
    }
}
