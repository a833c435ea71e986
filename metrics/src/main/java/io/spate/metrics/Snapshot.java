package io.spate.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything measured between two instants of a run. Immutable, and mergeable over seconds, event
 * loops and machines.
 *
 * @param startNanos from when, since the run's start
 * @param endNanos until when, since the run's start
 * @param aggregates what each series came to
 * @param errors the script's errors and how often each occurred
 * @param kept requests that are kept as a whole
 */
public record Snapshot(
        long startNanos,
        long endNanos,
        Map<Series, Aggregate> aggregates,
        Map<ScriptError, Long> errors,
        KeptRequests kept) {

    public Snapshot {
        aggregates = Map.copyOf(aggregates);
        errors = Map.copyOf(errors);
    }

    /** A snapshot without requests that are kept. */
    public Snapshot(
            long startNanos,
            long endNanos,
            Map<Series, Aggregate> aggregates,
            Map<ScriptError, Long> errors) {
        this(startNanos, endNanos, aggregates, errors, KeptRequests.NONE);
    }

    /** Nothing measured, between two instants. */
    public static Snapshot empty(long startNanos, long endNanos) {
        return new Snapshot(startNanos, endNanos, Map.of(), Map.of());
    }

    /** The same with other requests that are kept. */
    public Snapshot withKept(KeptRequests others) {
        return new Snapshot(startNanos, endNanos, aggregates, errors, others);
    }

    /** Both snapshots as one that spans both. */
    public Snapshot merge(Snapshot other) {
        var merged = new HashMap<>(aggregates);
        other.aggregates.forEach((series, value) -> merged.merge(series, value, Aggregate::merge));
        var allErrors = new HashMap<>(errors);
        other.errors.forEach((error, count) -> allErrors.merge(error, count, Long::sum));
        return new Snapshot(
                Math.min(startNanos, other.startNanos),
                Math.max(endNanos, other.endNanos),
                merged,
                allErrors,
                kept.merge(other.kept));
    }

    /** What a metric came to over all series that have the selector's tags. */
    public Optional<Aggregate> find(Selector selector) {
        return Aggregate.merge(
                aggregates.entrySet().stream()
                        .filter(entry -> selector.matches(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** What a metric came to over all its series. */
    public Optional<Aggregate> find(Metric metric) {
        return find(new Selector(metric.name(), Tags.NONE));
    }

    /** What a counter came to over all its series; 0 where it was not measured. */
    public long count(Metric metric) {
        return find(metric).orElse(null) instanceof Aggregate.Count(var total) ? total : 0;
    }

    /** The hits of a rate over all its series; none of none where it was not measured. */
    public Aggregate.Ratio ratio(Metric metric) {
        return find(metric).orElse(null) instanceof Aggregate.Ratio ratio
                ? ratio
                : new Aggregate.Ratio(0, 0);
    }

    /** The values of a trend over all its series; empty where it was not measured. */
    public Histogram histogram(Metric metric) {
        return find(metric).orElse(null) instanceof Aggregate.Distribution(var histogram)
                ? histogram
                : Histogram.EMPTY;
    }

    /** The state of a gauge over all its series; 0 in all where it was not measured. */
    public Aggregate.Level level(Metric metric) {
        return find(metric).orElse(null) instanceof Aggregate.Level level
                ? level
                : new Aggregate.Level(0, 0, 0, 0);
    }

    /** The same with all series of a metric merged into one without tags. */
    public Snapshot total() {
        var byMetric = new HashMap<Metric, List<Aggregate>>();
        aggregates.forEach(
                (series, value) ->
                        byMetric.computeIfAbsent(series.metric(), _ -> new ArrayList<>())
                                .add(value));
        var merged = new HashMap<Series, Aggregate>();
        byMetric.forEach(
                (metric, values) ->
                        Aggregate.merge(values)
                                .ifPresent(it -> merged.put(new Series(metric, Tags.NONE), it)));
        return new Snapshot(startNanos, endNanos, merged, errors);
    }

    /** The time it spans, in seconds. */
    public double seconds() {
        return (endNanos - startNanos) / 1e9;
    }
}
