package io.spate.web.live;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import io.spate.metrics.result.Timeline;
import java.util.ArrayList;
import java.util.List;

/** The run over time. Not safe for threads: {@link LiveRun} guards it. */
public final class LiveTimeline {
    private Timeline timeline = new Timeline();
    private int revision = 1;

    /**
     * The columns as the page draws them.
     *
     * @param intervalMs how long an interval is; the last one may be shorter
     * @param revision another one where intervals before the last one have changed
     */
    public record View(long intervalMs, int revision, Columns columns, HeatMap heat) {}

    /** One value for each interval. */
    public record Columns(
            List<Double> atMs,
            List<Long> users,
            List<Double> requestsPerSecond,
            List<Double> failuresPerSecond,
            List<Double> p50,
            List<Double> p95,
            List<Double> p99,
            List<Double> lateMs) {}

    /** How many requests took how long, for each interval. */
    public record HeatMap(List<Double> boundsMs, List<List<Long>> counts) {}

    void add(Snapshot second) {
        int width = timeline.width();
        timeline.add(second);
        if (timeline.width() > width) {
            revision++;
        }
    }

    /** Begins anew. */
    void reset() {
        timeline = new Timeline();
        revision++;
    }

    int revision() {
        return revision;
    }

    /** The intervals that begin at or after an instant. */
    View view(double fromMs) {
        var columns =
                new Columns(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        var counts = new ArrayList<List<Long>>();
        for (var interval : timeline.snapshots()) {
            if (interval.startNanos() / 1e6 >= fromMs) {
                add(interval, columns);
                counts.add(Heat.counts(interval.histogram(BuiltinMetrics.HTTP_REQ_DURATION)));
            }
        }
        return new View(
                timeline.width() * 1000L, revision, columns, new HeatMap(Heat.BOUNDS_MS, counts));
    }

    private static void add(Snapshot interval, Columns columns) {
        var times = new Times(interval.histogram(BuiltinMetrics.HTTP_REQ_DURATION));
        columns.atMs.add(interval.startNanos() / 1e6);
        columns.users.add(interval.level(BuiltinMetrics.VUS).last());
        columns.requestsPerSecond.add(rate(interval.count(BuiltinMetrics.HTTP_REQS), interval));
        columns.failuresPerSecond.add(
                rate(interval.ratio(BuiltinMetrics.HTTP_REQ_FAILED).hits(), interval));
        columns.p50.add(times.at(50));
        columns.p95.add(times.at(95));
        columns.p99.add(times.at(99));
        columns.lateMs.add(new Times(interval.histogram(BuiltinMetrics.GENERATOR_LOOP_LAG)).at(99));
    }

    private static double rate(long count, Snapshot interval) {
        return interval.seconds() > 0 ? count / interval.seconds() : 0;
    }
}
