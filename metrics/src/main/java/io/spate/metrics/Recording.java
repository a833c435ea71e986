package io.spate.metrics;

/** What a {@link Recorder} has handed over. Belongs to the thread that received it. */
public final class Recording {
    Recording() {}

    /** Its values as an immutable snapshot; empties the recording and returns its storage. */
    public Snapshot drain(long startNanos, long endNanos) {
        throw new UnsupportedOperationException();
    }
}
