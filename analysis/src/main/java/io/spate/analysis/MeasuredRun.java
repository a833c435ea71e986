package io.spate.analysis;

import io.spate.metrics.Snapshot;
import io.spate.metrics.Totals;
import java.time.Instant;
import java.util.List;

/**
 * What one run measured, wherever it comes from: the history, a file of ours or of another tool.
 * Immutable.
 *
 * @param name what people call it, such as its file or its number
 * @param startedAt when it started
 * @param seconds what each interval brought, in order, without gaps and without the warm-up; most
 *     often a second each. One that spans the whole run where nothing finer is known
 */
public record MeasuredRun(String name, Instant startedAt, List<Snapshot> seconds) {
    public MeasuredRun {
        seconds = List.copyOf(seconds);
    }

    /** Everything that was measured, as one. */
    public Snapshot total() {
        var totals = new Totals();
        seconds.forEach(totals::add);
        return totals.snapshot();
    }
}
