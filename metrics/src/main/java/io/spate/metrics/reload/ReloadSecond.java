package io.spate.metrics.reload;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a second near a reload brought.
 *
 * @param failures by kind
 * @param opened connections that carried a request and were new
 * @param repeated requests sent again, as their idle connection was found closed
 * @param p95Nanos of the response time; NaN without requests
 */
record ReloadSecond(
        long startNanos,
        long endNanos,
        long requests,
        Map<String, Long> failures,
        long opened,
        long repeated,
        double p95Nanos) {

    private static final Metric REPEATED = Metric.counter("http_reqs_repeated");

    static ReloadSecond of(Snapshot second) {
        Map<String, Long> failures = new TreeMap<>();
        second.aggregates()
                .forEach(
                        (series, values) -> {
                            var kind = series.tags().get("error_kind");
                            if (series.metric().equals(BuiltinMetrics.HTTP_REQS)
                                    && !kind.isEmpty()
                                    && values instanceof Aggregate.Count(var count)
                                    && count > 0) {
                                failures.merge(kind, count, Long::sum);
                            }
                        });
        var connecting = second.histogram(BuiltinMetrics.HTTP_REQ_CONNECTING);
        var times = second.histogram(BuiltinMetrics.HTTP_REQ_RESPONSE_TIME);
        return new ReloadSecond(
                second.startNanos(),
                second.endNanos(),
                second.count(BuiltinMetrics.HTTP_REQS),
                failures,
                connecting.count() - connecting.countAtOrBelow(0),
                second.count(REPEATED),
                times.count() == 0 ? Double.NaN : times.percentile(95));
    }

    double seconds() {
        return (endNanos - startNanos) / 1e9;
    }

    /** Requests per second that did not fail. */
    double rate() {
        long failed = failures.values().stream().mapToLong(it -> it).sum();
        return (requests - failed) / seconds();
    }
}
