package io.spate.k6.api.http;

import io.spate.k6.vu.Vu;
import io.spate.metrics.BuiltinMetrics;

/**
 * Requests that have no URL to be sent to. k6 counts them as requests that have failed, and so do
 * we: a script whose base URL is missing must not pass its thresholds.
 */
final class Unsent {
    private Unsent() {}

    /** Counts one. */
    static void count(Vu vu, Wanted wanted, int code, String error) {
        var recorder = vu.user().recorder();
        var tags =
                vu.scope()
                        .all()
                        .with("method", wanted.method())
                        .with("name", wanted.name())
                        .with("url", wanted.url())
                        .with("status", "0")
                        .with("expected_response", "false")
                        .with("error_code", Integer.toString(code))
                        .with("error_kind", "url")
                        .with("error", error);
        recorder.record(recorder.series(BuiltinMetrics.HTTP_REQS, tags), 1);
        recorder.record(recorder.series(BuiltinMetrics.HTTP_REQ_FAILED, tags), 1);
        recorder.record(recorder.series(BuiltinMetrics.HTTP_REQ_DURATION, tags), 0);
        BuiltinMetrics.REQUEST_PARTS.forEach(it -> recorder.record(recorder.series(it, tags), 0));
    }
}
