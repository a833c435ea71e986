package io.spate.analysis.capacity;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import java.util.List;
import java.util.Optional;

/** Whether the generator was busy with itself in some seconds, by docs/health.md. */
record GeneratorLoad(List<Snapshot> seconds) {
    private static final double BUSY = 0.98;
    private static final double BUSY_SHARE = 0.2;
    private static final double LAG_MILLIS = 100;
    private static final double STALL_SHARE = 0.01;
    private static final double STALL_SECONDS = 0.5;

    /** What was wrong, in words; empty where nothing was. */
    Optional<String> trouble() {
        var total = seconds.stream().reduce(Snapshot::merge).orElse(Snapshot.empty(0, 0));
        double stalled =
                total.histogram(BuiltinMetrics.GENERATOR_STALL).sum() / 1e9
                        + total.histogram(BuiltinMetrics.GENERATOR_GC_PAUSE).sum() / 1e9;
        if (stalled >= STALL_SECONDS && stalled >= STALL_SHARE * total.seconds()) {
            return Optional.of("the generator stood still for %.1f s".formatted(stalled));
        }
        double lag = total.histogram(BuiltinMetrics.GENERATOR_LOOP_LAG).percentile(99) / 1e6;
        if (lag > LAG_MILLIS) {
            return Optional.of("the generator's event loops were %.0f ms late".formatted(lag));
        }
        long busy = seconds.stream().filter(it -> highest(it) >= BUSY).count();
        return busy > BUSY_SHARE * seconds.size()
                ? Optional.of("the generator had no CPU time left")
                : Optional.empty();
    }

    private static double highest(Snapshot second) {
        Metric metric = BuiltinMetrics.GENERATOR_LOOP_CPU;
        return second.find(metric).orElse(null) instanceof Aggregate.Level level
                ? level.max() / metric.unit()
                : 0;
    }
}
