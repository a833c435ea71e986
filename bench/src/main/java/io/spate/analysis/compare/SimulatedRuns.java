package io.spate.analysis.compare;

import io.spate.analysis.MeasuredRun;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Runs whose truth is known: log-normal times (sigma 0.5) around a level that differs from run to
 * run and wanders from second to second.
 *
 * @param endpoints how many endpoints there are, alike
 * @param seconds how long a run is
 * @param rate requests a second of each endpoint
 * @param amongRuns standard deviation of the logarithm of a run's level
 * @param hiccups share of runs that are slower by 15 %
 * @param amongSeconds standard deviation of the logarithm of a second's level
 * @param memory correlation of a second's level with that of the second before
 * @param errors share of requests that fail
 */
record SimulatedRuns(
        int endpoints,
        int seconds,
        int rate,
        double amongRuns,
        double hiccups,
        double amongSeconds,
        double memory,
        double errors) {
    private static final long SECOND = 1_000_000_000L;

    /** Several runs, whose times are longer by a factor at some endpoints, the first ones. */
    List<MeasuredRun> draw(int count, double factor, int slower, SplittableRandom random) {
        List<MeasuredRun> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(run("run " + i, factor, slower, random));
        }
        return runs;
    }

    private MeasuredRun run(String name, double factor, int slower, SplittableRandom random) {
        double run = amongRuns * random.nextGaussian();
        run += random.nextDouble() < hiccups ? Math.log(1.15) : 0;
        var wander = new double[endpoints];
        List<Snapshot> all = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            Map<Series, Aggregate> values = new HashMap<>();
            for (int at = 0; at < endpoints; at++) {
                double fresh = random.nextGaussian();
                wander[at] =
                        second == 0
                                ? fresh
                                : memory * wander[at] + Math.sqrt(1 - memory * memory) * fresh;
                double level = Math.exp(run + amongSeconds * wander[at]);
                second(values, "/" + at, at < slower ? level * factor : level, random);
            }
            all.add(new Snapshot(second * SECOND, (second + 1) * SECOND, values, Map.of()));
        }
        return new MeasuredRun(name, Instant.EPOCH, all);
    }

    private void second(
            Map<Series, Aggregate> values, String name, double level, SplittableRandom random) {
        var times = new long[rate];
        int failed = 0;
        for (int i = 0; i < rate; i++) {
            times[i] = Math.round(10e6 * level * Math.exp(0.5 * random.nextGaussian()));
            failed += random.nextDouble() < errors ? 1 : 0;
        }
        put(values, "GET", name, failed, times);
    }

    /** What an endpoint did in a second. */
    static void put(
            Map<Series, Aggregate> values, String method, String name, int failed, long... times) {
        var tags = Tags.of("name", name).with("method", method);
        values.put(new Series(BuiltinMetrics.HTTP_REQS, tags), new Aggregate.Count(times.length));
        values.put(
                new Series(BuiltinMetrics.HTTP_REQ_FAILED, tags),
                new Aggregate.Ratio(failed, times.length));
        values.put(
                new Series(BuiltinMetrics.HTTP_REQ_DURATION, tags),
                new Aggregate.Distribution(Histogram.of(times)));
    }
}
