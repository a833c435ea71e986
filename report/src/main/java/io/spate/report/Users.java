package io.spate.report;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Selector;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.Optional;

/**
 * Virtual users in a snapshot. Gauges of different series count different users, so that they add
 * up, while {@link Snapshot#find} would take the latest of them.
 */
final class Users {

    private Users() {}

    /** Running users of all scenarios; empty where the snapshot has none recorded. */
    static Optional<Aggregate.Level> running(Snapshot snapshot) {
        return sum(snapshot, new Selector(BuiltinMetrics.VUS.name(), Tags.NONE));
    }

    /** The sum of the levels of all series that are picked. */
    static Optional<Aggregate.Level> sum(Snapshot snapshot, Selector selector) {
        Aggregate.Level sum = null;
        for (var entry : snapshot.aggregates().entrySet()) {
            Series series = entry.getKey();
            if (selector.matches(series) && entry.getValue() instanceof Aggregate.Level level) {
                sum = sum == null ? level : plus(sum, level);
            }
        }
        return Optional.ofNullable(sum);
    }

    private static Aggregate.Level plus(Aggregate.Level one, Aggregate.Level other) {
        return new Aggregate.Level(
                one.last() + other.last(),
                Math.max(one.lastNanos(), other.lastNanos()),
                one.min() + other.min(),
                one.max() + other.max());
    }
}
