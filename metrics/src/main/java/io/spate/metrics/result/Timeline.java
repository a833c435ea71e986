package io.spate.metrics.result;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was measured over time, within bounded memory: when {@link #LIMIT} intervals are full,
 * neighbours merge and intervals double. Belongs to one thread.
 *
 * <p>An interval has one series per metric, without tags, and the failed of {@code http_reqs}
 * apart: one series for each kind of failure, by the tag {@code error_kind}. Of the trends it has
 * those that reports draw over time ({@link #TRENDS}), since a distribution takes more memory than
 * all the rest. Its percentiles are right to two significant digits, which a chart cannot show
 * better; counts, means and extremes are exact. That keeps a timeline at some five megabytes.
 */
public final class Timeline {
    /** The most intervals it holds; an even number. */
    public static final int LIMIT = 600;

    /** The trends that it holds. */
    static final Set<Metric> TRENDS =
            Set.of(
                    BuiltinMetrics.HTTP_REQ_DURATION,
                    BuiltinMetrics.HTTP_REQ_RESPONSE_TIME,
                    BuiltinMetrics.GENERATOR_LOOP_LAG);

    private final Intervals intervals = new Intervals(LIMIT);
    private final MetricFold fold = new MetricFold();

    /** Adds the next snapshot. */
    public void add(Snapshot snapshot) {
        addFolded(fold.fold(snapshot));
    }

    /** Adds the next snapshot, which has one series for each metric already. */
    void addFolded(Snapshot snapshot) {
        intervals.add(coarse(snapshot));
    }

    /**
     * The intervals, in order. All span as many of the snapshots added, but the last one, which may
     * span fewer.
     */
    public List<Snapshot> snapshots() {
        return intervals.snapshots();
    }

    /** How many of the snapshots added make one interval now; a power of two. */
    public int width() {
        return intervals.width();
    }

    private static Snapshot coarse(Snapshot snapshot) {
        Map<Series, Aggregate> aggregates = new HashMap<>();
        snapshot.aggregates()
                .forEach(
                        (series, values) ->
                                coarse(series.metric(), values)
                                        .ifPresent(it -> aggregates.put(series, it)));
        return new Snapshot(
                snapshot.startNanos(), snapshot.endNanos(), aggregates, snapshot.errors());
    }

    private static Optional<Aggregate> coarse(Metric metric, Aggregate values) {
        return switch (values) {
            case Aggregate.Distribution(var histogram) ->
                    TRENDS.contains(metric)
                            ? Optional.of(new Aggregate.Distribution(histogram.coarse()))
                            : Optional.empty();
            case Aggregate.Count _, Aggregate.Level _, Aggregate.Ratio _ -> Optional.of(values);
        };
    }
}
