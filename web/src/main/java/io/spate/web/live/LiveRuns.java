package io.spate.web.live;

import io.spate.metrics.Ticker;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The run that goes on, or has just ended, and what happens in it. Safe for threads. */
public final class LiveRuns {
    private final AtomicReference<Optional<LiveRun>> latest =
            new AtomicReference<>(Optional.empty());
    private final EventLog events = new EventLog();
    private final LogRate rate = new LogRate();
    private final Ticker ticker;

    /** None yet. */
    public LiveRuns(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Begins to show a run, in place of the last one. */
    public LiveRun begin(RunFacts facts) {
        var run = new LiveRun(facts, events, ticker);
        latest.set(Optional.of(run));
        // What is told from now on is of this run.
        run.tellState();
        return run;
    }

    /** The latest run; empty where there was none yet. */
    public Optional<LiveRun> latest() {
        return latest.get();
    }

    /** Adds a line to the log of the latest run; where there are too many, they are counted. */
    public void log(String level, String text) {
        var now = ticker.instant();
        if (rate.admits(now)) {
            long left = rate.takeLeft();
            if (left > 0) {
                add("warning", now, "%,d more lines are left out here".formatted(left));
            }
            add(level, now, text);
        }
    }

    private void add(String level, Instant at, String text) {
        latest().ifPresent(it -> it.log(level, at, text));
    }

    /** What happens. */
    public EventLog events() {
        return events;
    }
}
