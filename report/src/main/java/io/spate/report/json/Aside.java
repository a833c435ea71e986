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
                measured.count(HTTP_REQS),
                measured.ratio(HTTP_REQ_FAILED).hits(),
                measured.count(ITERATIONS),
                Numbers.times(measured.histogram(HTTP_REQ_DURATION)));
    }
}
