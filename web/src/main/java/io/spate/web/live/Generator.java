package io.spate.web.live;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.result.GeneratorHealth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the generator does, in the last second. Shares are 0 to 1.
 *
 * @param valid whether it was no bottleneck, as far as is known
 * @param words what was found; complete once the run has ended
 * @param cpu CPU time of the event loops, as a share of their cores
 * @param lateP99Ms how late iterations of open workloads began
 * @param gc pauses of the garbage collector, as a share of the second
 */
public record Generator(
        boolean valid,
        List<String> words,
        double cpu,
        double lateP99Ms,
        double gc,
        double memoryMb,
        List<Loop> loops) {
    private static final double BUSY = 0.9;

    private static final Set<Metric> METRICS =
            Set.of(
                    BuiltinMetrics.GENERATOR_CPU,
                    BuiltinMetrics.GENERATOR_GC_PAUSE,
                    BuiltinMetrics.GENERATOR_MEMORY,
                    BuiltinMetrics.GENERATOR_LOOP_CPU,
                    BuiltinMetrics.GENERATOR_LOOP_LAG,
                    BuiltinMetrics.ITERATION_LATENESS);

    static final Generator UNKNOWN = new Generator(true, List.of(), 0, 0, 0, 0, List.of());

    public Generator {
        words = List.copyOf(words);
        loops = List.copyOf(loops);
    }

    /** One event loop. */
    public record Loop(String name, double cpu, double lagP99Ms) {}

    /** Looks through all series once, of which a run with many endpoints has many. */
    static Generator of(Snapshot whole) {
        Map<Series, Aggregate> own = new HashMap<>();
        whole.aggregates()
                .forEach(
                        (series, value) -> {
                            if (METRICS.contains(series.metric())) {
                                own.put(series, value);
                            }
                        });
        return ofOwn(new Snapshot(whole.startNanos(), whole.endNanos(), own, Map.of()));
    }

    private static Generator ofOwn(Snapshot second) {
        double cpu = second.level(BuiltinMetrics.GENERATOR_CPU).last() / 1e6;
        var gc = new Times(second.histogram(BuiltinMetrics.GENERATOR_GC_PAUSE));
        return new Generator(
                true,
                cpu > BUSY
                        ? List.of(
                                "The event loops use %.0f %% of their cores: times may be the generator's own."
                                        .formatted(100 * cpu))
                        : List.of(),
                cpu,
                new Times(second.histogram(BuiltinMetrics.ITERATION_LATENESS)).at(99),
                second.seconds() > 0 ? gc.nanos().sum() / 1e9 / second.seconds() : 0,
                second.level(BuiltinMetrics.GENERATOR_MEMORY).last() / 1e6,
                loops(second));
    }

    /** With what the generator found when the run was over. */
    Generator with(GeneratorHealth health) {
        var found =
                health.findings().stream().map(it -> it.what() + " " + it.consequence()).toList();
        return new Generator(health.valid(), found, cpu, lateP99Ms, gc, memoryMb, loops);
    }

    private static List<Loop> loops(Snapshot second) {
        Map<String, Loop> loops = new TreeMap<>();
        second.aggregates()
                .forEach(
                        (series, value) -> {
                            var name = series.tags().get("loop");
                            if (series.metric().equals(BuiltinMetrics.GENERATOR_LOOP_CPU)
                                    && value instanceof Aggregate.Level level) {
                                loops.merge(
                                        name,
                                        new Loop(name, level.last() / 1e6, 0),
                                        (one, more) -> new Loop(name, more.cpu, one.lagP99Ms));
                            } else if (series.metric().equals(BuiltinMetrics.GENERATOR_LOOP_LAG)
                                    && value instanceof Aggregate.Distribution(var lag)) {
                                loops.merge(
                                        name,
                                        new Loop(name, 0, new Times(lag).at(99)),
                                        (one, more) -> new Loop(name, one.cpu, more.lagP99Ms));
                            }
                        });
        return List.copyOf(loops.values());
    }
}
