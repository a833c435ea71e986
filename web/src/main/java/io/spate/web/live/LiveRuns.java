package io.spate.web.live;

import io.spate.metrics.Ticker;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The run that goes on, or has just ended, and what happens in it. Safe for threads. */
public final class LiveRuns {
    private final AtomicReference<Optional<LiveRun>> latest =
            new AtomicReference<>(Optional.empty());
    private final EventLog events = new EventLog();
    private final Ticker ticker;

    /** None yet. */
    public LiveRuns(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Begins to show a run, in place of the last one. */
    public LiveRun begin(RunFacts facts) {
        var run = new LiveRun(facts, events, ticker);
        latest.set(Optional.of(run));
        return run;
    }

    /** The latest run; empty where there was none yet. */
    public Optional<LiveRun> latest() {
        return latest.get();
    }

    /** Adds a line to the log of the latest run. */
    public void log(String level, String text) {
        latest().ifPresent(it -> it.log(level, ticker.instant(), text));
    }

    /** What happens. */
    public EventLog events() {
        return events;
    }
}
