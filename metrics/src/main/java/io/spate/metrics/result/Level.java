package io.spate.metrics.result;

import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A stretch of a run in which the load stays the same.
 *
 * @param name such as {@code 50 users} or {@code 200/s}; unique in its plan
 * @param tags what its series have, such as the scenario; none where all of the run belongs to it
 * @param users virtual users, in a closed workload
 * @param rate iterations per second, in an open one
 * @param fromNanos since the run's start
 * @param toNanos since the run's start
 */
public record Level(
        String name,
        Tags tags,
        OptionalInt users,
        OptionalDouble rate,
        long fromNanos,
        long toNanos) {
    /** By how much a second may reach over the end of a level: seconds are never cut in time. */
    private static final long SLACK_NANOS = 100_000_000;

    /** Whether a second of the run lies in it. */
    public boolean holds(Snapshot second) {
        return second.startNanos() >= fromNanos - SLACK_NANOS
                && second.endNanos() <= toNanos + SLACK_NANOS;
    }
}
