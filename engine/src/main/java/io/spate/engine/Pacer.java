package io.spate.engine;

/** When the iterations of an open workload are due: pure arithmetic, without a clock. */
@FunctionalInterface
interface Pacer {
    /** What {@link #dueNanos} gives for an iteration that the workload does not have. */
    long NEVER = Long.MAX_VALUE;

    /**
     * When an iteration is due.
     *
     * @param iteration from 0
     * @return nanoseconds since the workload's start, not decreasing; {@link #NEVER} after the last
     */
    long dueNanos(long iteration);

    /** The pacer of a segment of this workload. */
    default Pacer of(Segment segment) {
        return iteration -> dueNanos(segment.global(iteration));
    }

    /**
     * Iterations at even distances.
     *
     * @param rate per second
     * @param durationNanos how long; an iteration due at its very end is not part of it
     */
    static Pacer constant(double rate, long durationNanos) {
        return iteration -> {
            var due = Math.round(iteration * 1e9 / rate);
            return due < durationNanos ? due : NEVER;
        };
    }
}
