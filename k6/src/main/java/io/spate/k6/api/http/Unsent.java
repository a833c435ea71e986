package io.spate.k6.api.http;

import io.spate.k6.vu.Vu;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import java.util.List;

/**
 * Requests that have no URL to be sent to. k6 counts them as requests that have failed, and so do
 * we: a script whose base URL is missing must not pass its thresholds.
 */
final class Unsent {
    private static final List<Metric> TIMES =
            List.of(
                    BuiltinMetrics.HTTP_REQ_DURATION,
                    BuiltinMetrics.HTTP_REQ_BLOCKED,
                    BuiltinMetrics.HTTP_REQ_CONNECTING,
                    BuiltinMetrics.HTTP_REQ_TLS_HANDSHAKING,
                    BuiltinMetrics.HTTP_REQ_SENDING,
                    BuiltinMetrics.HTTP_REQ_WAITING,
                    BuiltinMetrics.HTTP_REQ_RECEIVING);

    private Unsent() {}

    /** Counts one. */
    static void count(Vu vu, Wanted wanted, int code, String error) {
        var recorder = vu.user().recorder();
        var tags =
                vu.scope()
                        .all()
                        .with("method", wanted.method())
                        .with("name", wanted.name().isEmpty() ? wanted.url() : wanted.name())
                        .with("url", wanted.url())
                        .with("status", "0")
                        .with("expected_response", "false")
                        .with("error_code", Integer.toString(code))
                        .with("error_kind", "url")
                        .with("error", error);
        recorder.record(recorder.series(BuiltinMetrics.HTTP_REQS, tags), 1);
        recorder.record(recorder.series(BuiltinMetrics.HTTP_REQ_FAILED, tags), 1);
        TIMES.forEach(it -> recorder.record(recorder.series(it, tags), 0));
    }
}
