package io.spate.report.json;

import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static io.spate.metrics.BuiltinMetrics.ITERATIONS;

import io.spate.metrics.Snapshot;

/**
 * What was measured beside the results: setup, or warm-up.
 *
 * @param seconds how long it took
 */
public record Aside(
        double seconds,
        long requests,
        long failures,
        long iterations,
        Results.Times serviceTimeMs) {

    static Aside of(Snapshot measured) {
        return new Aside(
                Numbers.seconds(measured.endNanos() - measured.startNanos()),
                Values.count(measured, HTTP_REQS),
                Values.hits(measured, HTTP_REQ_FAILED),
                Values.count(measured, ITERATIONS),
                Numbers.times(Values.histogram(measured, HTTP_REQ_DURATION)));
    }
}
