package io.spate.engine;

import io.spate.engine.health.WatchedLoop;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.net.EventLoop;
import java.util.concurrent.RejectedExecutionException;

/**
 * One event loop with what belongs to it. Apart from its final fields, its state belongs to the
 * loop's thread.
 */
final class Worker {
    private final EventLoop loop;
    private final Recorder recorder;

    Worker(EventLoop loop, SeriesRegistry registry, RunOptions options) {
        this.loop = loop;
        this.recorder =
                Recorder.of(
                        registry,
                        options.samples(),
                        options.ticker(),
                        options.tracing().forOneOf(options.workers()));
    }

    EventLoop loop() {
        return loop;
    }

    /** Runs a task on the loop, soon; where the loop has ended there is nothing left to do. */
    void post(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException _) {
            // The run is over.
        }
    }

    Recorder recorder() {
        return recorder;
    }

    /** What the generator's watch needs of it. */
    WatchedLoop watched() {
        return new WatchedLoop(loop, recorder);
    }
}
