package io.spate.metrics.result;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.Totals;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Judge;
import io.spate.metrics.threshold.Threshold;
import io.spate.metrics.threshold.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the result of a run out of its seconds. A second costs what it brought, however long the
 * run has been going. Belongs to one thread.
 *
 * <p>Seconds come in order, each with its times since the run's start: those of the setup first
 * ({@link #setup}, whose times are not looked at), then those of the warm-up ({@link #warmUp}),
 * then the others ({@link #add}).
 */
public final class ResultBuilder {
    private final Judge judge;
    private final List<LevelTotals> levels;
    private final Totals setup = new Totals();
    private final Totals warmUp = new Totals();
    private final Totals total = new Totals();
    private final MetricFold fold = new MetricFold();
    private final Timeline timeline = new Timeline();
    private final FailureTable failures = new FailureTable();

    private boolean loadAsPlanned = true;

    private record LevelTotals(Level level, Totals totals) {}

    /**
     * The result of a run to be.
     *
     * @param thresholds what it is judged by
     * @param metrics those that its script adds to the builtin ones
     * @param levels the levels of load it goes through, which may overlap
     */
    public ResultBuilder(List<Threshold> thresholds, List<Metric> metrics, List<Level> levels) {
        this.judge = new Judge(thresholds, metrics);
        this.levels = levels.stream().map(it -> new LevelTotals(it, new Totals())).toList();
    }

    /**
     * Says that from now on the load is not what the plan says, as somebody has paused the run or
     * changed its load: no second belongs to a level any more.
     */
    public void loadChanged() {
        loadAsPlanned = false;
    }

    /** Takes what was measured before the first scenario. */
    public void setup(Snapshot measured) {
        setup.add(measured);
        failures.keepSamples(measured);
    }

    /** Takes a second of the warm-up: it goes to the timeline, but not to totals and verdict. */
    public void warmUp(Snapshot second) {
        warmUp.add(second);
        timeline.addFolded(fold.fold(second));
        failures.skip(second);
    }

    /** Takes a second that counts. */
    public void add(Snapshot second) {
        total.add(second);
        total.add(userTime(second));
        var folded = fold.fold(second);
        timeline.addFolded(folded);
        failures.add(second);
        var within = levels.stream().filter(it -> loadAsPlanned && it.level.holds(second)).toList();
        Map<Tags, Snapshot> parts = new HashMap<>(Map.of(Tags.NONE, folded));
        within.forEach(
                it ->
                        it.totals.add(
                                parts.computeIfAbsent(
                                        it.level.tags(), tags -> foldOf(second, tags))));
        judge.add(second, within.stream().map(it -> it.level.name()).collect(Collectors.toSet()));
    }

    /** Of the series that have some tags. */
    private Snapshot foldOf(Snapshot second, Tags tags) {
        var part = new HashMap<>(second.aggregates());
        part.keySet().removeIf(series -> !series.tags().contains(tags));
        return fold.fold(new Snapshot(second.startNanos(), second.endNanos(), part, Map.of()));
    }

    /** The time that users were running, which no total of a gauge can tell any more. */
    private static Snapshot userTime(Snapshot second) {
        Map<Series, Aggregate> times = new HashMap<>();
        long nanos = second.endNanos() - second.startNanos();
        second.aggregates()
                .forEach(
                        (series, values) -> {
                            if (series.metric().equals(BuiltinMetrics.SCENARIO_VUS)
                                    && values instanceof Aggregate.Level level) {
                                times.put(
                                        new Series(BuiltinMetrics.USER_TIME, series.tags()),
                                        new Aggregate.Count(level.last() * nanos));
                            }
                        });
        return new Snapshot(second.startNanos(), second.endNanos(), times, Map.of());
    }

    /** Whether a threshold says that the run is to stop now. */
    public boolean aborts() {
        return judge.aborts();
    }

    /** What the thresholds have come to so far. */
    public Verdict verdict() {
        return judge.verdict();
    }

    /** The whole result. */
    public RunResult build(
            Instant startedAt, Duration elapsed, Ending ending, GeneratorHealth generator) {
        return new RunResult(
                startedAt,
                elapsed,
                ending,
                total.snapshot(),
                timeline.snapshots(),
                judge.verdict(),
                snapshot(setup),
                snapshot(warmUp),
                levels.stream()
                        .filter(it -> !it.totals.isEmpty())
                        .map(it -> new LevelResult(it.level, it.totals.snapshot()))
                        .toList(),
                failures.histories(),
                generator);
    }

    private static Optional<Snapshot> snapshot(Totals totals) {
        return totals.isEmpty() ? Optional.empty() : Optional.of(totals.snapshot());
    }
}
