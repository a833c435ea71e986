package io.spate.metrics.result;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A stretch of a run in which the load stays the same.
 *
 * @param name such as {@code 50 users} or {@code 200/s}; unique in its plan
 * @param users virtual users, in a closed workload
 * @param rate iterations per second, in an open one
 * @param fromNanos since the run's start
 * @param toNanos since the run's start
 */
public record Level(
        String name, OptionalInt users, OptionalDouble rate, long fromNanos, long toNanos) {}
