package io.spate.engine.pacing;

/**
 * How a worker that has come late takes up what was due meanwhile: at twice the plan's pace, and
 * not all at once. So a pause of the generator itself (its garbage collection, another process)
 * needs at most twice the users and connections that the plan needs, and is no blow to the target.
 * The iterations that start late say by how much.
 *
 * <p>Pure arithmetic. Belongs to one worker's part of a scenario.
 */
public final class CatchUp {
    private static final int PACE = 2;
    private static final long USUAL_NANOS = 1_000_000;

    private long lastNanos;
    private long lastLengthNanos;

    /** For a worker whose first turn comes at an instant, or later. */
    public CatchUp(long startNanos) {
        lastNanos = startNanos;
    }

    /**
     * Up to which due time iterations may start in this turn of the loop: now, where the worker is
     * in time. The first that waits may always start.
     *
     * <p>A turn counts for as long as it was since the last one, but for a single one that was
     * longer than the one before and than a millisecond: that is a pause, and no sign of how often
     * turns come.
     *
     * @param dueNanos when the first that waits was due
     */
    public long untilNanos(long dueNanos, long nowNanos) {
        long lengthNanos = nowNanos - lastNanos;
        long countedNanos = Math.min(lengthNanos, Math.max(lastLengthNanos, USUAL_NANOS));
        lastNanos = nowNanos;
        lastLengthNanos = lengthNanos;
        return dueNanos >= nowNanos - PACE * countedNanos
                ? nowNanos
                : dueNanos + PACE * countedNanos;
    }
}
