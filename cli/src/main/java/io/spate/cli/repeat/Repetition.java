package io.spate.cli.repeat;

import io.spate.metrics.BuiltinMetrics;

/**
 * One run of several, in figures: of its requests, or, where it has none, of its iterations.
 *
 * @param variant what it is a run of, such as {@code A}; empty where all are of the same
 * @param exitCode of {@code spate run}
 * @param measured what it measured
 * @param failureRate 0 to 1
 */
record Repetition(
        String variant,
        int exitCode,
        RunMeter.Measured measured,
        long count,
        double perSecond,
        double failureRate,
        double p50Ms,
        double p95Ms,
        double p99Ms) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Repetition of(String variant, int exitCode, RunMeter.Measured measured) {
        var total = measured.run().total();
        boolean http = total.find(BuiltinMetrics.HTTP_REQS).isPresent();
        long count = total.count(http ? BuiltinMetrics.HTTP_REQS : BuiltinMetrics.ITERATIONS);
        var times =
                total.histogram(
                        http
                                ? BuiltinMetrics.HTTP_REQ_DURATION
                                : BuiltinMetrics.ITERATION_DURATION);
        return new Repetition(
                variant,
                exitCode,
                measured,
                count,
                total.seconds() > 0 ? count / total.seconds() : 0,
                total.ratio(BuiltinMetrics.HTTP_REQ_FAILED).rate(),
                times.percentile(50) / NANOS_PER_MILLI,
                times.percentile(95) / NANOS_PER_MILLI,
                times.percentile(99) / NANOS_PER_MILLI);
    }
}
