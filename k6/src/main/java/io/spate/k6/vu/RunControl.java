package io.spate.k6.vu;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What a script asks of its run. For any thread. */
public final class RunControl {
    private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
    private final AtomicReference<Optional<String>> aborted =
            new AtomicReference<>(Optional.empty());
    private volatile boolean failed;

    /** Says how the run is ended. */
    public void onAbort(Runnable action) {
        stop.set(action);
    }

    /** Ends the run; the first reason counts. */
    public void abort(String reason) {
        if (aborted.compareAndSet(Optional.empty(), Optional.of(reason))) {
            stop.get().run();
        }
    }

    /** Why the script has ended the run, if it has. */
    public Optional<String> aborted() {
        return aborted.get();
    }

    /** Lets the run go on and end as a failure. */
    public void fail() {
        failed = true;
    }

    /** Whether the script has said that the run is a failure. */
    public boolean failed() {
        return failed;
    }
}
