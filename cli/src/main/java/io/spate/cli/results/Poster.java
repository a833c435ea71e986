package io.spate.cli.results;

import io.spate.output.delivery.Backoff;
import io.spate.output.delivery.HttpSender;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.delivery.SendException;
import io.spate.output.delivery.TlsChoice;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Posts JSON, and tries again what may pass. No message of it holds an address. */
final class Poster {
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json; charset=utf-8");
    private static final int ATTEMPTS = 3;

    private final Backoff backoff = Backoff.standard();

    /** Posts a text; returns why that failed, or an empty text. */
    String post(URI address, String json) throws InterruptedException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var target =
                new HttpTarget(
                        address, HEADERS, HttpTarget.TIMEOUT, TlsChoice.STANDARD, Optional.empty());
        try (var sender = new HttpSender(target)) {
            for (int made = 1; ; made++) {
                try {
                    sender.post(address, Map.of(), body);
                    return "";
                } catch (SendException e) {
                    if (!e.isPassing() || made == ATTEMPTS) {
                        return e.reason();
                    }
                    pause(backoff.nanos(made));
                }
            }
        }
    }

    /** Nobody counts the latch down: interrupting ends the wait, as it ends a run. */
    private static void pause(long nanos) throws InterruptedException {
        boolean _ = new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
    }
}
