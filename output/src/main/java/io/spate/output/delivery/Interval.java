package io.spate.output.delivery;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Snapshot;
import java.util.Optional;

/**
 * What an interval of a run brought, and when it was by the time of day.
 *
 * @param snapshot what was measured
 * @param endEpochNanos when it ended, since 1970 in UTC; told by the run's own clock, so that the
 *     machine's may jump meanwhile
 */
public record Interval(Snapshot snapshot, long endEpochNanos) implements Freight<Interval> {
    private static final long BYTES_PER_SERIES = 64;
    private static final long BYTES_PER_TREND = 400;
    private static final long BYTES_PER_TRACE = 500;

    @Override
    public long bytes() {
        long trends =
                snapshot.aggregates().values().stream()
                        .filter(Aggregate.Distribution.class::isInstance)
                        .count();
        return BYTES_PER_SERIES * snapshot.aggregates().size()
                + BYTES_PER_TREND * trends
                + BYTES_PER_TRACE * snapshot.kept().sampled().size();
    }

    @Override
    public long points() {
        return (long) snapshot.aggregates().size() + snapshot.kept().sampled().size();
    }

    @Override
    public long spilled() {
        return snapshot.kept().sampledLost();
    }

    @Override
    public Optional<Interval> merged(Interval later) {
        return Optional.of(new Interval(snapshot.merge(later.snapshot), later.endEpochNanos));
    }
}
