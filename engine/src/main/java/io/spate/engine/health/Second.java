package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.DROPPED_ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_CPU;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_GC_PAUSE;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_CPU;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_LAG;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_WAIT;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_OPEN_FILES;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_PORTS;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_STALL;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_THROTTLED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.ITERATION_LATENESS;
import static io.spate.metrics.BuiltinMetrics.MACHINE_CPU;
import static io.spate.metrics.BuiltinMetrics.MACHINE_STEAL;
import static io.spate.metrics.BuiltinMetrics.TCP_LISTEN_OVERFLOWS;
import static io.spate.metrics.BuiltinMetrics.TCP_RETRANSMITS;
import static io.spate.metrics.BuiltinMetrics.TCP_SEGMENTS;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.net.failure.NetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What of a second the judgement needs, read in one pass over its series. Immutable.
 *
 * @param startNanos since the run's start
 * @param endNanos since the run's start
 * @param metrics those that tell of the generator, over all loops and scenarios
 * @param withoutFile requests that failed for want of a file
 * @param withoutPort requests that failed for want of a local port
 */
record Second(
        long startNanos,
        long endNanos,
        Map<Metric, Aggregate> metrics,
        long withoutFile,
        long withoutPort) {
    private static final Set<Metric> WATCHED =
            Set.of(
                    GENERATOR_CPU,
                    GENERATOR_LOOP_CPU,
                    GENERATOR_LOOP_WAIT,
                    GENERATOR_LOOP_LAG,
                    GENERATOR_THROTTLED,
                    GENERATOR_GC_PAUSE,
                    GENERATOR_STALL,
                    GENERATOR_OPEN_FILES,
                    GENERATOR_PORTS,
                    MACHINE_CPU,
                    MACHINE_STEAL,
                    TCP_SEGMENTS,
                    TCP_RETRANSMITS,
                    TCP_LISTEN_OVERFLOWS,
                    DROPPED_ITERATIONS,
                    ITERATION_LATENESS);

    /** Picks what is needed. */
    static Second of(Snapshot snapshot) {
        var metrics = new HashMap<Metric, Aggregate>();
        long withoutFile = 0;
        long withoutPort = 0;
        for (var entry : snapshot.aggregates().entrySet()) {
            var metric = entry.getKey().metric();
            if (WATCHED.contains(metric)) {
                metrics.merge(metric, entry.getValue(), Aggregate::merge);
            } else if (metric.equals(HTTP_REQS)
                    && entry.getValue() instanceof Aggregate.Count(var count)) {
                var error = entry.getKey().tags().get("error");
                withoutFile += error.contains(NetException.TOO_MANY_FILES) ? count : 0;
                withoutPort += error.contains(NetException.NO_LOCAL_PORT) ? count : 0;
            }
        }
        return new Second(
                snapshot.startNanos(), snapshot.endNanos(), metrics, withoutFile, withoutPort);
    }

    /** The highest level of a gauge of shares; 0 where it was not measured. */
    double share(Metric metric) {
        return level(metric) / metric.unit();
    }

    /** The highest level of a gauge; 0 where it was not measured. */
    long level(Metric metric) {
        return metrics.get(metric) instanceof Aggregate.Level level ? level.max() : 0;
    }

    /** What a counter came to; 0 where it was not measured. */
    long count(Metric metric) {
        return metrics.get(metric) instanceof Aggregate.Count(var total) ? total : 0;
    }

    /** The values of a trend. */
    Histogram values(Metric metric) {
        return metrics.get(metric) instanceof Aggregate.Distribution(var histogram)
                ? histogram
                : Histogram.EMPTY;
    }

    /** How long it was. */
    long nanos() {
        return endNanos - startNanos;
    }
}
