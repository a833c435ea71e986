package io.spate.engine;

import io.spate.engine.health.WatchedLoop;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.net.EventLoop;

/**
 * One event loop with what belongs to it. Apart from its final fields, its state belongs to the
 * loop's thread.
 */
final class Worker {
    private final Segment segment;
    private final EventLoop loop;
    private final Recorder recorder;
    private long users;

    Worker(Segment segment, EventLoop loop, SeriesRegistry registry) {
        this.segment = segment;
        this.loop = loop;
        this.recorder = new Recorder(registry);
    }

    EventLoop loop() {
        return loop;
    }

    Recorder recorder() {
        return recorder;
    }

    /** What the generator's watch needs of it. */
    WatchedLoop watched() {
        return new WatchedLoop(loop, recorder);
    }

    /** The next user's id: from 1, unique among all workers. */
    long nextUserId() {
        return segment.global(users++) + 1;
    }
}
