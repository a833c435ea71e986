package io.spate.cli.k6;

import io.spate.k6.vu.ScriptLog.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says so where a script's init code takes long, for which there is no limit. */
final class SlowInit implements AutoCloseable {
    private static final int SECONDS = 10;

    private final CountDownLatch done = new CountDownLatch(1);

    SlowInit(K6Console console) {
        Thread.ofPlatform().daemon().name("slow-init").start(() -> watch(console));
    }

    private void watch(K6Console console) {
        try {
            if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                console.log(
                        Level.WARNING,
                        ("the script's init code, outside of its functions, has run for over %d"
                                        + " seconds; Ctrl-C ends it")
                                .formatted(SECONDS),
                        "");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
