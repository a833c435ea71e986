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
        long opened = 0;
        if (second.find(BuiltinMetrics.HTTP_REQ_CONNECTING).orElse(null)
                instanceof Aggregate.Distribution(var times)) {
            opened = times.count() - times.countAtOrBelow(0);
        }
        double p95 = Double.NaN;
        if (second.find(BuiltinMetrics.HTTP_REQ_RESPONSE_TIME).orElse(null)
                instanceof Aggregate.Distribution(var times)) {
            p95 = times.count() == 0 ? Double.NaN : times.percentile(95);
        }
        return new ReloadSecond(
                second.startNanos(),
                second.endNanos(),
                count(second, BuiltinMetrics.HTTP_REQS),
                failures,
                opened,
                count(second, REPEATED),
                p95);
    }

    private static long count(Snapshot second, Metric metric) {
        return second.find(metric).orElse(null) instanceof Aggregate.Count(var total) ? total : 0;
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
