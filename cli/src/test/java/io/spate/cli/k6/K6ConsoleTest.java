package io.spate.cli.k6;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.k6.vu.ScriptLog.Level;
import io.spate.metrics.Ticker;
import io.spate.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class K6ConsoleTest {
    /** More than wait to be printed. */
    private static final int MANY = 20_000;

    @Test
    @Timeout(30)
    void itEndsWhereWhatPrintsHasEndedAndMoreWaits() throws Exception {
        var printer = new CompletableFuture<Thread>();
        var never = new CountDownLatch(1);
        var stuck =
                new OutputStream() {
                    @Override
                    public void write(int each) throws InterruptedIOException {
                        printer.complete(Thread.currentThread());
                        try {
                            never.await();
                        } catch (InterruptedException _) {
                            throw new InterruptedIOException("interrupted");
                        }
                    }
                };
        var err = new ByteArrayOutputStream();
        var script = new PrintStream(stuck, true, StandardCharsets.UTF_8);
        var place = new K6Logs.Place(script, K6Message.Format.TEXT, Level.INFO, true, false);
        try (var console =
                new K6Console(
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        new K6Logs(place, place),
                        Terminal.PLAIN,
                        false,
                        Ticker.system())) {
            for (int i = 0; i < MANY; i++) {
                console.log(Level.INFO, "line", "console");
            }
            printer.get().interrupt();
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("more than could be printed");
    }
}
