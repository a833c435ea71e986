package io.spate.cli;

import io.spate.engine.Run;
import io.spate.report.LiveConsole;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ends a run on SIGINT and SIGTERM: the first lets running iterations end, the second ends at once,
 * the third gives up without a summary.
 */
final class Signals implements AutoCloseable {
    private static final Signal INT = new Signal("INT");
    private static final Signal TERM = new Signal("TERM");

    private final SignalHandler previousInt;
    private final SignalHandler previousTerm;

    Signals(Run run, LiveConsole console) {
        var count = new AtomicInteger();
        SignalHandler handler =
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
        previousInt = Signal.handle(INT, handler);
        previousTerm = Signal.handle(TERM, handler);
    }

    @Override
    public void close() {
        Signal.handle(INT, previousInt);
        Signal.handle(TERM, previousTerm);
    }
}
