package io.spate.report.json;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;

/** Reads a snapshot by the kind of value that a metric has; what was not measured is 0 or empty. */
final class Values {
    private Values() {}

    static long count(Snapshot snapshot, Metric metric, Tags tags) {
        return snapshot.find(new Selector(metric.name(), tags)).map(Values::count).orElse(0L);
    }

    static long count(Aggregate aggregate) {
        return switch (aggregate) {
            case Aggregate.Count(var total) -> total;
            case Aggregate.Level _, Aggregate.Ratio _, Aggregate.Distribution _ -> 0;
        };
    }

    static long hits(Aggregate aggregate) {
        return switch (aggregate) {
            case Aggregate.Ratio(var hits, _) -> hits;
            case Aggregate.Level _, Aggregate.Count _, Aggregate.Distribution _ -> 0;
        };
    }

    static Histogram histogram(Aggregate aggregate) {
        return switch (aggregate) {
            case Aggregate.Distribution(var histogram) -> histogram;
            case Aggregate.Level _, Aggregate.Count _, Aggregate.Ratio _ -> Histogram.EMPTY;
        };
    }
}
