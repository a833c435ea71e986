package io.spate.web.live;

import io.spate.metrics.BuiltinMetrics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as the page shows it: the answer of {@code GET /api/v1/run}. Times are milliseconds, rates
 * are per second.
 *
 * @param state one of starting, running, paused, stopping, ended
 * @param durationMs by plan; null where the run ends by itself or by hand
 * @param ending null while it goes on
 * @param passed null while it goes on
 * @param setupError why it could not go on; null where it could
 * @param secondsLost how many seconds the page did not get to see, as this machine was too busy
 * @param canPause whether it can be paused, now or later
 */
public record RunView(
        String id,
        String name,
        String target,
        String environment,
        Instant startedAt,
        String state,
        double elapsedMs,
        @Nullable Long durationMs,
        long users,
        Load load,
        @Nullable String ending,
        @Nullable Boolean passed,
        Totals totals,
        @Nullable String setupError,
        long secondsLost,
        boolean canPause) {

    /**
     * What can be changed by hand.
     *
     * @param kind {@code users}, {@code rate} or {@code fixed}
     */
    public record Load(String kind, double value, boolean adjustable) {}

    /** Over the measured time. */
    public record Totals(
            long requests,
            long failures,
            double requestsPerSecond,
            double failuresPerSecond,
            double failureRate,
            double p50,
            double p95,
            double p99,
            double min,
            double max,
            double mean,
            long iterations,
            long droppedIterations,
            long dataSent,
            long dataReceived,
            Current current) {}

    /** In the last second. */
    public record Current(
            long users,
            double requestsPerSecond,
            double failuresPerSecond,
            double p50,
            double p95,
            double p99) {}

    static Totals totals(Figures figures) {
        var all = figures.all();
        var times = new Times(all.histogram());
        return new Totals(
                all.requests(),
                all.failures(),
                figures.perSecond(all.requests()),
                figures.perSecond(all.failures()),
                all.requests() == 0 ? 0 : (double) all.failures() / all.requests(),
                times.at(50),
                times.at(95),
                times.at(99),
                times.min(),
                times.max(),
                times.mean(),
                figures.counter(BuiltinMetrics.ITERATIONS),
                figures.counter(BuiltinMetrics.DROPPED_ITERATIONS),
                figures.counter(BuiltinMetrics.DATA_SENT),
                figures.counter(BuiltinMetrics.DATA_RECEIVED),
                current(figures.last()));
    }

    private static Current current(Figures.Second last) {
        var times = new Times(last.times());
        return new Current(
                last.users(),
                last.perSecond(last.requests()),
                last.perSecond(last.failures()),
                times.at(50),
                times.at(95),
                times.at(99));
    }
}
