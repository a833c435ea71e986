package io.spate.cli;

import io.spate.cli.process.ExitCode;
import io.spate.engine.Run;
import io.spate.report.LiveConsole;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends a run on request: the first lets running iterations end, the second ends at once, the third
 * gives up without a summary. Safe for use by any thread.
 */
final class Stopper {
    private final AtomicInteger requests = new AtomicInteger();
    private final Run run;
    private final LiveConsole console;
    private final Runnable beforeGivingUp;

    /** With what has to be put in order even where all else is given up. */
    Stopper(Run run, LiveConsole console, Runnable beforeGivingUp) {
        this.run = run;
        this.console = console;
        this.beforeGivingUp = beforeGivingUp;
    }

    /** Takes a request; {@code again} says how to make the next one: {@code press Ctrl-C}. */
    void request(String again) {
        switch (requests.incrementAndGet()) {
            case 1 -> {
                console.message("Stopping; %s again to stop at once.".formatted(again));
                console.stopping();
                run.stop();
            }
            case 2 -> run.stopAtOnce();
            default -> {
                beforeGivingUp.run();
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
            }
        }
    }
}
