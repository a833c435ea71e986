package io.spate.k6;

import io.spate.engine.RunOptions;
import io.spate.engine.UserContext;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Runs what a script does once beside a run or after it, on a loop of its own, so that it works
 * without the run's loops and does not hold them up. What it measures is kept out of the results.
 */
final class Apart {
    private final RunOptions options;
    private final long seed;

    Apart(RunOptions options, long seed) {
        this.options = options;
        this.seed = seed;
    }

    /**
     * Runs it and waits for its end.
     *
     * @throws RuntimeException what the script threw
     */
    <T> T run(String name, Duration timeout, Function<UserContext, T> task)
            throws InterruptedException {
        var result = new CompletableFuture<T>();
        try (var loop = EventLoop.start("apart", options.net())) {
            var context =
                    new UserContext(
                            0,
                            Scenario.of(name, new Executor.PerVuIterations(1, 1, timeout)),
                            Tags.NONE,
                            loop,
                            new Recorder(new SeriesRegistry(options.seriesLimit())),
                            seed);
            loop.startVirtualThread(
                    name,
                    () -> {
                        try {
                            result.complete(task.apply(context));
                        } catch (Throwable e) {
                            result.completeExceptionally(e);
                        }
                    });
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        }
    }
}
