package io.spate.metrics;

import java.util.HashMap;
import java.util.Map;

/**
 * The merge of all snapshots added, by series, growing in place: a second costs what it brought,
 * however much has come together. Belongs to one thread.
 */
public final class Totals {
    private final Map<Series, Accumulator> bySeries = new HashMap<>();
    private final Map<ScriptError, Long> errors = new HashMap<>();
    private KeptRequests kept = KeptRequests.NONE;
    private long startNanos = Long.MAX_VALUE;
    private long endNanos = Long.MIN_VALUE;

    /** Adds the next snapshot. */
    public void add(Snapshot more) {
        startNanos = Math.min(startNanos, more.startNanos());
        endNanos = Math.max(endNanos, more.endNanos());
        more.aggregates()
                .forEach(
                        (series, values) ->
                                bySeries.computeIfAbsent(series, _ -> new Accumulator())
                                        .add(values));
        more.errors().forEach((error, count) -> errors.merge(error, count, Long::sum));
        kept = kept.merge(more.kept().withoutSampled());
    }

    /** Whether nothing has been added. */
    public boolean isEmpty() {
        return startNanos > endNanos;
    }

    /** The time it spans, in seconds; 0 where nothing has been added. */
    public double seconds() {
        return isEmpty() ? 0 : (endNanos - startNanos) / 1e9;
    }

    /** All that was added, as a snapshot from the first's start to the last's end. */
    public Snapshot snapshot() {
        if (isEmpty()) {
            return Snapshot.empty(0, 0);
        }
        Map<Series, Aggregate> aggregates = HashMap.newHashMap(bySeries.size());
        bySeries.forEach(
                (series, values) -> values.aggregate().ifPresent(it -> aggregates.put(series, it)));
        return new Snapshot(startNanos, endNanos, aggregates, errors, kept);
    }
}
