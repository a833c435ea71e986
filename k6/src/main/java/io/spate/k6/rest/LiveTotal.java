package io.spate.k6.rest;

import io.spate.metrics.Snapshot;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;

/** What a run has come to so far. Written by the run's thread, read by any. */
public final class LiveTotal implements Output {
    private volatile Snapshot total = Snapshot.empty(0, 0);

    /** Nothing so far. */
    public LiveTotal() {}

    @Override
    public void accept(Snapshot second) {
        total = total.merge(second);
    }

    @Override
    public void finish(RunResult result) {
        total = result.total();
    }

    /** Everything until the last whole second; in the end the result's. */
    public Snapshot total() {
        return total;
    }
}
