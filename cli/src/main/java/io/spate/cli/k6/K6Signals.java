package io.spate.cli.k6;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Signals;
import io.spate.k6.vu.ScriptLog.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What Ctrl-C and SIGTERM do to a run: the first ends its iterations, and teardown and the summary
 * follow; the second ends the process.
 */
final class K6Signals implements AutoCloseable {
    private final K6Steering steering;
    private final K6Console console;
    private final AtomicReference<Optional<String>> first = new AtomicReference<>(Optional.empty());
    private final Signals signals;

    /** Those of a run, unless somebody else sees to them. */
    K6Signals(K6Steering steering, K6Console console, boolean seenTo) {
        this.steering = steering;
        this.console = console;
        this.signals = Signals.unless(seenTo, this::take);
    }

    private void take(String name) {
        boolean over = steering.isOver();
        if (!first.compareAndSet(Optional.empty(), Optional.of(name))) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
        }
        steering.release();
        if (!over) {
            console.log(
                    Level.WARNING,
                    "stopping; teardown and the summary follow. Press Ctrl-C again to end at once",
                    "");
            steering.abort();
        }
    }

    /** Says at the end why it is one, where the run was ended by a signal. */
    void tell() {
        first.get()
                .filter(_ -> steering.wasCut())
                .ifPresent(
                        it ->
                                console.log(
                                        Level.ERROR,
                                        "test run was aborted because spate received the signal "
                                                + it,
                                        ""));
    }

    @Override
    public void close() {
        signals.close();
    }
}
