package io.spate.web.live;

import io.spate.metrics.Snapshot;
import io.spate.metrics.result.RunResult;

/** What waits to be folded. */
sealed interface Task {
    record Second(Snapshot snapshot) implements Task {}

    /** A script lets its figures begin anew. */
    record Anew() implements Task {}

    record End(RunResult result) implements Task {}

    record Leave() implements Task {}
}
