package io.spate.report.kept;

import io.spate.metrics.KeptRequests.KeptRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * A request that was kept as a whole. Times are milliseconds.
 *
 * @param name what its statistics go under
 * @param url scheme, host, port, path and query, as they were sent
 * @param status 0 where there was no response
 * @param error why it failed; empty where it did not, or where the status says it
 * @param errorKind such as {@code refused}; empty where it did not fail
 * @param atSeconds when it began, since the run's start
 * @param duration from when it could be sent to the last byte: sending, waiting and receiving
 * @param blocked until there was a connection; connecting and the TLS handshake are parts of it
 * @param traceId the number of its trace; empty where requests were not traced
 * @param sent head and body, without secrets
 * @param received head and body of the response
 */
public record KeptRow(
        String scenario,
        String method,
        String name,
        String url,
        int status,
        String error,
        String errorKind,
        double atSeconds,
        double duration,
        double blocked,
        double connecting,
        double tlsHandshaking,
        double sending,
        double waiting,
        double receiving,
        String traceId,
        String sent,
        String received) {
    private static final double NANOS_PER_MILLI = 1e6;

    static KeptRow of(KeptRequest request, Instant startedAt) {
        var tags = request.series().tags();
        var times = request.times();
        return new KeptRow(
                tags.get("scenario"),
                tags.get("method"),
                tags.get("name"),
                request.url(),
                status(tags.get("status")),
                request.error(),
                tags.get("error_kind"),
                rounded(Duration.between(startedAt, request.startedAt()).toNanos() / 1e9),
                millis(times.durationNanos()),
                millis(times.blockedNanos()),
                millis(times.connectingNanos()),
                millis(times.tlsHandshakingNanos()),
                millis(times.sendingNanos()),
                millis(times.waitingNanos()),
                millis(times.receivingNanos()),
                request.trace().map(KeptRequest.Trace::traceId).orElse(""),
                request.sent(),
                request.received());
    }

    private static int status(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static double millis(long nanos) {
        return rounded(nanos / NANOS_PER_MILLI);
    }

    private static double rounded(double number) {
        return Math.round(number * 1e4) / 1e4;
    }

    /** The status, or what there was in its place. */
    public String outcome() {
        return status > 0 ? Integer.toString(status) : errorKind.replace('_', ' ');
    }
}
