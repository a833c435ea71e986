package io.spate.metrics;

import java.util.List;

/**
 * What was measured over time, within bounded memory: when {@link #LIMIT} intervals are full,
 * neighbours merge and intervals double. Belongs to one thread.
 */
public final class Timeline {
    /** The most intervals it holds. */
    public static final int LIMIT = 1200;

    /** Adds the next snapshot. */
    public void add(Snapshot snapshot) {
        throw new UnsupportedOperationException();
    }

    /** The intervals, in order. */
    public List<Snapshot> snapshots() {
        throw new UnsupportedOperationException();
    }
}
