package io.spate.cli.repeat;

import io.spate.analysis.MeasuredRun;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.Intervals;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.SteadyState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what a run among several measured, without its warm-up. */
public final class RunMeter implements Output {
    private static final int INTERVALS_MAX = 3_600;

    private static final Set<Metric> KEPT =
            Set.of(
                    BuiltinMetrics.HTTP_REQS,
                    BuiltinMetrics.HTTP_REQ_FAILED,
                    BuiltinMetrics.HTTP_REQ_DURATION,
                    BuiltinMetrics.HTTP_REQ_RESPONSE_TIME,
                    BuiltinMetrics.ITERATIONS,
                    BuiltinMetrics.ITERATION_DURATION);

    private final String label;
    private final Intervals intervals = new Intervals(INTERVALS_MAX);
    private Optional<Measured> measured = Optional.empty();

    /** One for a run, by which files of that run are told apart too, such as {@code a1}. */
    public RunMeter(String label) {
        this.label = label;
    }

    /**
     * What a run measured.
     *
     * @param run its seconds without the warm-up
     * @param warmUpSeconds how long that was
     * @param steady whether the run ever was steady; where not, nothing is left out
     */
    record Measured(MeasuredRun run, double warmUpSeconds, boolean steady) {}

    /** What tells its files from those of other runs. */
    public String label() {
        return label;
    }

    /** What was measured; nothing where the run did not come to its end. */
    Optional<Measured> measured() {
        return measured;
    }

    @Override
    public void accept(Snapshot second) {
        intervals.add(slim(second));
    }

    /** What comparisons look at, by endpoint. */
    private static Snapshot slim(Snapshot second) {
        Map<Series, Aggregate> kept = new HashMap<>();
        second.aggregates()
                .forEach(
                        (series, values) -> {
                            if (KEPT.contains(series.metric())) {
                                var tags = series.tags();
                                var endpoint =
                                        new Tags(
                                                Map.of(
                                                        "method", tags.get("method"),
                                                        "name", tags.get("name")));
                                kept.merge(
                                        new Series(series.metric(), endpoint),
                                        values,
                                        Aggregate::merge);
                            }
                        });
        return new Snapshot(second.startNanos(), second.endNanos(), kept, Map.of());
    }

    /** A warm-up that the plan asks for is left out; else the one that is found. */
    @Override
    public void finish(RunResult result) {
        long planned = result.warmUp().map(Snapshot::endNanos).orElse(Long.MIN_VALUE);
        var all = intervals.snapshots();
        var counted = all.stream().filter(it -> it.endNanos() > planned).toList();
        boolean asked = result.warmUp().isPresent();
        var found = SteadyState.warmUp(counted);
        int skipped = asked ? 0 : found.orElse(0);
        long begin = all.isEmpty() ? 0 : all.getFirst().startNanos();
        var left = counted.subList(skipped, counted.size());
        double warmUp = left.isEmpty() ? 0 : (left.getFirst().startNanos() - begin) / 1e9;
        measured =
                Optional.of(
                        new Measured(
                                new MeasuredRun(label, result.startedAt(), left),
                                warmUp,
                                asked || found.isPresent()));
    }
}
