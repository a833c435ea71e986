package io.spate.redis;

import io.spate.metrics.Ticker;
import io.spate.net.EventLoop;
import io.spate.net.NetOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** An event loop with virtual threads that tests use clients on. */
final class OnLoop implements AutoCloseable {
    static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    10,
                    0,
                    Duration.ofMillis(1),
                    Duration.ofMillis(100));

    private final EventLoop loop = EventLoop.start("redis-test", NetOptions.DEFAULT);

    RedisClient client(Servers servers) {
        return client(servers, Login.NONE, LIMITS);
    }

    RedisClient client(Servers servers, Login login, Limits limits) {
        return client(new RedisOptions(servers, login, Optional.empty(), limits));
    }

    RedisClient client(RedisOptions options) {
        return new RedisClient(loop, loop.connector(), options, Ticker.system());
    }

    EventLoop loop() {
        return loop;
    }

    /** Does something on a virtual thread of the loop. */
    <T> CompletableFuture<T> begin(Callable<T> task) {
        var result = new CompletableFuture<T>();
        loop.startVirtualThread(
                "test",
                () -> {
                    try {
                        result.complete(task.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    /** The same, and waits for it. */
    <T> T on(Callable<T> task) throws Exception {
        try {
            return begin(task).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    Reply call(RedisClient client, String... words) throws Exception {
        return on(() -> client.call(Command.of(words)));
    }

    @Override
    public void close() {
        loop.close();
    }
}
