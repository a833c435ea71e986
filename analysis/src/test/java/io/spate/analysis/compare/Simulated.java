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
import java.util.stream.IntStream;

/**
 * Runs whose truth is known: times are log-normal around a level that differs from run to run and
 * wanders from second to second.
 *
 * @param endpoints how many endpoints there are
 * @param seconds how long a run is
 * @param rate requests a second of each endpoint
 * @param amongRuns standard deviation of the logarithm of a run's level
 * @param amongSeconds standard deviation of the logarithm of a second's level
 * @param memory correlation of a second's level with that of the second before
 * @param errors share of requests that fail
 */
record Simulated(
        int endpoints,
        int seconds,
        int rate,
        double amongRuns,
        double amongSeconds,
        double memory,
        double errors) {
    static final Simulated USUAL = new Simulated(1, 30, 100, 0.02, 0.05, 0.5, 0.002);

    private static final long SECOND = 1_000_000_000L;

    Simulated withEndpoints(int other) {
        return new Simulated(other, seconds, rate, amongRuns, amongSeconds, memory, errors);
    }

    Simulated withSeconds(int other) {
        return new Simulated(endpoints, other, rate, amongRuns, amongSeconds, memory, errors);
    }

    Simulated withAmongRuns(double other) {
        return new Simulated(endpoints, seconds, rate, other, amongSeconds, memory, errors);
    }

    Simulated withErrors(double other) {
        return new Simulated(endpoints, seconds, rate, amongRuns, amongSeconds, memory, other);
    }

    /** Several runs, whose times are longer by a factor. */
    List<MeasuredRun> runs(int count, double factor, long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, count).mapToObj(it -> run("run " + it, factor, random)).toList();
    }

    private MeasuredRun run(String name, double factor, SplittableRandom random) {
        double run = amongRuns * random.nextGaussian();
        var wander = new double[endpoints];
        List<Snapshot> all = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            Map<Series, Aggregate> values = new HashMap<>();
            for (int endpoint = 0; endpoint < endpoints; endpoint++) {
                double fresh = random.nextGaussian();
                wander[endpoint] =
                        second == 0
                                ? fresh
                                : memory * wander[endpoint]
                                        + Math.sqrt(1 - memory * memory) * fresh;
                double level = Math.exp(run + amongSeconds * wander[endpoint]) * factor;
                second(values, "/" + endpoint, level, random);
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
        var tags = Tags.of("name", name).with("method", "GET");
        values.put(new Series(BuiltinMetrics.HTTP_REQS, tags), new Aggregate.Count(rate));
        values.put(
                new Series(BuiltinMetrics.HTTP_REQ_FAILED, tags),
                new Aggregate.Ratio(failed, rate));
        values.put(
                new Series(BuiltinMetrics.HTTP_REQ_DURATION, tags),
                new Aggregate.Distribution(Histogram.of(times)));
    }
}
