package io.spate.web.live;

import java.util.List;

/**
 * One endpoint as the page shows it. Times are milliseconds, rates are per second over the measured
 * time.
 *
 * @param failureRate 0 to 1
 * @param bytesMean of a response; NaN where that is not measured
 * @param trend the requests per second of the last seconds, the latest last
 * @param failureTrend the same of failures
 */
public record EndpointRow(
        String method,
        String name,
        long requests,
        long failures,
        double requestsPerSecond,
        double failuresPerSecond,
        double failureRate,
        double p50,
        double p66,
        double p75,
        double p80,
        double p90,
        double p95,
        double p98,
        double p99,
        double p999,
        double p9999,
        double min,
        double max,
        double mean,
        double bytesMean,
        List<Double> trend,
        List<Double> failureTrend) {

    public EndpointRow {
        trend = List.copyOf(trend);
        failureTrend = List.copyOf(failureTrend);
    }
}
