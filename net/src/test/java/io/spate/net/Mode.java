package io.spate.net;

import io.spate.net.poll.Poller;
import io.spate.net.tls.TlsSettings;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A transport: each keeps the same contract. */
record Mode(NetOptions.Transport transport) {
    private static final long LIMIT_SECONDS = 20;

    /** What a virtual user does. */
    @FunctionalInterface
    interface Body<T> {
        T run() throws Exception;
    }

    static Stream<Mode> all() {
        return Arrays.stream(NetOptions.Transport.values())
                .filter(transport -> transport != NetOptions.Transport.AUTO && works(transport))
                .map(Mode::new);
    }

    private static boolean works(NetOptions.Transport transport) {
        try (Poller _ = Transports.open(transport)) {
            return true;
        } catch (UnsupportedOperationException _) {
            return false;
        }
    }

    EventLoop start() {
        return start(TlsSettings.DEFAULT);
    }

    EventLoop start(TlsSettings tls) {
        return EventLoop.start(
                "loop-under-test", NetOptions.DEFAULT.withTransport(transport).withTls(tls));
    }

    /** Runs a body on a virtual thread of a loop and hands back what it makes. */
    static <T> T on(EventLoop loop, Body<T> body) throws Exception {
        return startOn(loop, body).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Starts a body on a virtual thread of a loop. */
    static <T> CompletableFuture<T> startOn(EventLoop loop, Body<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.startVirtualThread(
                "user",
                () -> {
                    try {
                        result.complete(body.run());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    /** A deadline that a test on a busy machine does not reach. */
    static long soon() {
        return inMillis(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
    }

    static long inMillis(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
