package io.spate.cli;

import io.spate.engine.Run;
import io.spate.report.LiveConsole;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends a run on SIGINT and SIGTERM: the first lets running iterations end, the second ends at once,
 * the third gives up without a summary.
 */
@SuppressWarnings("sunapi") // there is no other way to catch a signal twice
final class Signals implements AutoCloseable {
    private static final sun.misc.Signal INT = new sun.misc.Signal("INT");
    private static final sun.misc.Signal TERM = new sun.misc.Signal("TERM");

    private final sun.misc.SignalHandler previousInt;
    private final sun.misc.SignalHandler previousTerm;

    Signals(Run run, LiveConsole console) {
        var count = new AtomicInteger();
        sun.misc.SignalHandler handler =
                _ -> {
                    switch (count.incrementAndGet()) {
                        case 1 -> {
                            console.message("Stopping; press Ctrl-C again to stop at once.");
                            console.stopping();
                            run.stop();
                        }
                        case 2 -> run.stopAtOnce();
                        default -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
                    }
                };
        previousInt = sun.misc.Signal.handle(INT, handler);
        previousTerm = sun.misc.Signal.handle(TERM, handler);
    }

    @Override
    public void close() {
        sun.misc.Signal.handle(INT, previousInt);
        sun.misc.Signal.handle(TERM, previousTerm);
    }
}
