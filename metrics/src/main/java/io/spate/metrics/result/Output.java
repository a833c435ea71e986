package io.spate.metrics.result;

import io.spate.metrics.Snapshot;

/**
 * Takes what a run measures elsewhere: the console, a file, a database. Called by one thread, in
 * order. An output that fails is told once and left out; it never slows or stops the load.
 */
public interface Output {

    /** Takes what one second brought. Must return at once. */
    void accept(Snapshot second);

    /** Takes the whole result, once, at the end. */
    void finish(RunResult result);
}
