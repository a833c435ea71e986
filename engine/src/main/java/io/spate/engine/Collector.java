package io.spate.engine;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Recording;
import io.spate.metrics.Series;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

/**
 * Gathers what the workers have recorded. Belongs to one thread; workers hand over on theirs. A
 * worker that does not answer in time is left out and comes in with a later snapshot.
 */
final class Collector {
    private static final Set<Metric> USERS =
            Set.of(BuiltinMetrics.VUS, BuiltinMetrics.SCENARIO_VUS);

    private static final long PATIENCE_NANOS = 500_000_000L;

    /** The last snapshot waits longer: what comes later comes too late. */
    private static final long LAST_PATIENCE_NANOS = 2_000_000_000L;

    private final Tags tags;
    private final SeriesRegistry registry;
    private final List<Worker> workers;
    private final List<ScenarioRun> runs;
    private final Conductor conductor;

    /** How many users there are, where that is not as many as the runs have. */
    private final Optional<IntSupplier> users;

    private long peakUsers;

    /** As they were a second ago. */
    private Map<Series, Long> before = Map.of();

    private final LinkedBlockingQueue<Handed> handed = new LinkedBlockingQueue<>();
    private final Set<Worker> asked = new HashSet<>();

    Collector(
            Tags tags,
            SeriesRegistry registry,
            List<Worker> workers,
            List<ScenarioRun> runs,
            Conductor conductor,
            Optional<IntSupplier> users) {
        this.conductor = conductor;
        this.users = users;
        this.tags = tags;
        this.registry = registry;
        this.workers = workers;
        this.runs = runs;
    }

    private record Handed(Worker worker, Recording recording) {}

    /**
     * What has been recorded since the last call, as one snapshot between two instants since the
     * run's start.
     */
    Snapshot collect(long startNanos, long endNanos) throws InterruptedException {
        ask();
        before = gauges(ScenarioRun::activeUsers);
        return gather(levels(before, startNanos, endNanos), PATIENCE_NANOS);
    }

    /**
     * The same for the last time. Who was held when it was asked before answers with what it had by
     * then, so that it is asked again. The users have gone by now: it tells how many there were.
     */
    Snapshot collectLast(long startNanos, long endNanos) throws InterruptedException {
        var gauges = levels(lastGauges(), startNanos, endNanos);
        var late = gather(gauges, LAST_PATIENCE_NANOS);
        ask();
        return gather(late, LAST_PATIENCE_NANOS);
    }

    private void ask() {
        for (var worker : workers) {
            if (asked.add(worker)) {
                worker.loop()
                        .execute(
                                () -> handed.add(new Handed(worker, worker.recorder().handOver())));
            }
        }
    }

    private Snapshot gather(Snapshot gauges, long patienceNanos) throws InterruptedException {
        var snapshot = gauges;
        while (!asked.isEmpty()) {
            var next = handed.poll(patienceNanos, TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            asked.remove(next.worker);
            snapshot =
                    snapshot.merge(
                            next.recording.drain(snapshot.startNanos(), snapshot.endNanos()));
        }
        return snapshot;
    }

    private Map<Series, Long> lastGauges() {
        if (before.isEmpty()) {
            return gauges(ScenarioRun::peakUsers);
        }
        var last = gauges(ScenarioRun::activeUsers);
        last.replaceAll(
                (series, now) ->
                        USERS.contains(series.metric()) ? before.getOrDefault(series, now) : now);
        return last;
    }

    private Map<Series, Long> gauges(ToIntFunction<ScenarioRun> active) {
        Map<Series, Long> sums = new HashMap<>();
        for (var run : runs) {
            long count = active.applyAsInt(run);
            sums.merge(new Series(BuiltinMetrics.VUS, tags), count, Long::sum);
            sums.merge(new Series(BuiltinMetrics.VUS_MAX, tags), (long) run.peakUsers(), Long::sum);
            sums.merge(new Series(BuiltinMetrics.SCENARIO_VUS, run.tags()), count, Long::sum);
        }
        users.ifPresent(
                it -> {
                    long now = it.getAsInt();
                    peakUsers = Math.max(peakUsers, now);
                    sums.replaceAll(
                            (series, _) ->
                                    series.metric().equals(BuiltinMetrics.VUS_MAX)
                                            ? peakUsers
                                            : now);
                });
        if (conductor.wasPaused()) {
            sums.put(new Series(BuiltinMetrics.PAUSED, tags), conductor.isPaused() ? 1L : 0L);
        }
        if (registry.overflowed() > 0) {
            sums.put(new Series(BuiltinMetrics.FOLDED_SERIES, tags), registry.overflowed());
        }
        return sums;
    }

    private static Snapshot levels(Map<Series, Long> gauges, long startNanos, long endNanos) {
        Map<Series, Aggregate> levels = new HashMap<>();
        gauges.forEach(
                (series, sum) -> levels.put(series, new Aggregate.Level(sum, endNanos, sum, sum)));
        return new Snapshot(startNanos, endNanos, levels, Map.of());
    }
}
