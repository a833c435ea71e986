package io.spate.engine.health;

import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;

/** A recorder for threads that record seldom; each takes its turn. */
final class HealthRecorder {
    private final Recorder recorder;
    private final Tags tags;

    HealthRecorder(SeriesRegistry registry, Tags tags) {
        this.recorder = new Recorder(registry);
        this.tags = tags;
    }

    synchronized int series(Metric metric) {
        return recorder.series(metric, tags);
    }

    synchronized int series(Metric metric, int loop) {
        return recorder.series(metric, tags.with("loop", Integer.toString(loop)));
    }

    synchronized void record(int series, long value) {
        recorder.record(series, value);
    }

    /** What has been recorded since the last call. */
    synchronized Snapshot drain(long startNanos, long endNanos) {
        return recorder.handOver().drain(startNanos, endNanos);
    }
}
