package io.spate.metrics.result;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds the series of a snapshot into one for each metric, without tags; those of {@code http_reqs}
 * that failed into one for each kind of failure, by the tag {@code error_kind}. So the sum over all
 * that is left of a metric is still the whole of it. Belongs to one thread.
 */
final class MetricFold {
    static final String ERROR_KIND = "error_kind";

    /** There are fourteen; more come from tags that a script makes up. */
    static final int KIND_LIMIT = 32;

    static final String OTHER_KINDS = "(other)";

    /** What the series of each metric fold into. */
    private final Map<Metric, Series> byMetric = new HashMap<>();

    /** What those that count failures fold into; as bounded as the run's series. */
    private final Map<Series, Series> failures = new HashMap<>();

    private final Set<String> kinds = new HashSet<>();

    Snapshot fold(Snapshot snapshot) {
        Map<Series, List<Aggregate>> parts = new HashMap<>();
        snapshot.aggregates()
                .forEach(
                        (series, values) ->
                                parts.computeIfAbsent(into(series), _ -> new ArrayList<>())
                                        .add(values));
        Map<Series, Aggregate> folded = HashMap.newHashMap(parts.size());
        parts.forEach(
                (series, values) ->
                        Aggregate.merge(values).ifPresent(it -> folded.put(series, it)));
        return new Snapshot(snapshot.startNanos(), snapshot.endNanos(), folded, snapshot.errors());
    }

    /** Most often found by the metric: a table of all series would not stay in the cache. */
    private Series into(Series series) {
        boolean failed =
                series.metric().equals(BuiltinMetrics.HTTP_REQS)
                        && !series.tags().get(ERROR_KIND).isEmpty();
        return failed
                ? failures.computeIfAbsent(series, this::kindOf)
                : byMetric.computeIfAbsent(series.metric(), it -> new Series(it, Tags.NONE));
    }

    private Series kindOf(Series series) {
        var kind = series.tags().get(ERROR_KIND);
        if (!kinds.contains(kind)) {
            if (kinds.size() < KIND_LIMIT) {
                kinds.add(kind);
            } else {
                kind = OTHER_KINDS;
            }
        }
        return new Series(series.metric(), Tags.of(ERROR_KIND, kind));
    }
}
