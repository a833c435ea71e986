package io.spate.web.live;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.metrics.result.Timeline;
import java.util.ArrayList;
import java.util.List;

/** The run over time. Not safe for threads: {@link LiveRun} guards it. */
public final class LiveTimeline {
    private Timeline timeline = new Timeline();
    private int width = 1;
    private int added;
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
        timeline.add(second);
        added++;
        // The timeline halves itself where it is full.
        if (added == Timeline.LIMIT * width) {
            width *= 2;
            revision++;
        }
    }

    /** Begins anew. */
    void reset() {
        timeline = new Timeline();
        width = 1;
        added = 0;
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
                counts.add(Heat.counts(times(interval, BuiltinMetrics.HTTP_REQ_DURATION)));
            }
        }
        return new View(width * 1000L, revision, columns, new HeatMap(Heat.BOUNDS_MS, counts));
    }

    private static void add(Snapshot interval, Columns columns) {
        var times = new Times(times(interval, BuiltinMetrics.HTTP_REQ_DURATION));
        columns.atMs.add(interval.startNanos() / 1e6);
        columns.users.add(users(interval));
        columns.requestsPerSecond.add(rate(count(interval), interval));
        columns.failuresPerSecond.add(rate(failed(interval), interval));
        columns.p50.add(times.at(50));
        columns.p95.add(times.at(95));
        columns.p99.add(times.at(99));
        columns.lateMs.add(new Times(times(interval, BuiltinMetrics.GENERATOR_LOOP_LAG)).at(99));
    }

    private static double rate(long count, Snapshot interval) {
        return interval.seconds() > 0 ? count / interval.seconds() : 0;
    }

    private static long users(Snapshot interval) {
        return interval.find(BuiltinMetrics.VUS).orElse(null) instanceof Aggregate.Level level
                ? level.last()
                : 0;
    }

    private static long count(Snapshot interval) {
        return interval.find(BuiltinMetrics.HTTP_REQS).orElse(null)
                        instanceof Aggregate.Count(var total)
                ? total
                : 0;
    }

    private static long failed(Snapshot interval) {
        return interval.find(BuiltinMetrics.HTTP_REQ_FAILED).orElse(null)
                        instanceof Aggregate.Ratio(var hits, _)
                ? hits
                : 0;
    }

    private static Histogram times(Snapshot interval, Metric metric) {
        return interval.find(metric).orElse(null) instanceof Aggregate.Distribution(var histogram)
                ? histogram
                : Histogram.EMPTY;
    }
}
