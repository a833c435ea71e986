package io.spate.k6.vu;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What a script asks of its run. For any thread. */
public final class RunControl {
    private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
    private final AtomicReference<Optional<String>> aborted =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Consumer<String>> driver = new AtomicReference<>(_ -> {});
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

    /** Says how the folder of the browsers' driver is made known, which is a setting of the JVM. */
    public void onDriver(Consumer<String> action) {
        driver.set(action);
    }

    /** Makes the folder of the browsers' driver known. */
    public void driver(String folder) {
        driver.get().accept(folder);
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
