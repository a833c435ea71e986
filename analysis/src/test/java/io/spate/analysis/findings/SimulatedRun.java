package io.spate.analysis.findings;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A run of a closed workload, second by second, whose truth is known. Latencies are log-normal
 * about a median whose logarithm wanders (autoregressive of order 1, with 0.8 from second to
 * second), and the number of requests is a Poisson variable: as noisy as a target on a shared
 * machine.
 */
final class SimulatedRun {
    private static final long SECOND = 1_000_000_000L;
    private static final double PERSISTENCE = 0.8;

    private final int seconds;
    private final Random random;
    private DoubleUnaryOperator users = _ -> 20;
    private DoubleUnaryOperator medianMillis = _ -> 20;
    private DoubleUnaryOperator requestsPerUser = _ -> 2;
    private DoubleUnaryOperator failureShare = _ -> 0;
    private DoubleUnaryOperator wrongShare = _ -> 0;
    private String failureKind = "status";
    private double sigma = 0.4;
    private double noise = 0.1;
    private final Map<String, Tags> known = new HashMap<>();
    private Map<String, Double> nodes = Map.of();
    private Map<String, DoubleUnaryOperator> endpoints = Map.of();

    SimulatedRun(int seconds, long seed) {
        this.seconds = seconds;
        this.random = new Random(seed);
    }

    SimulatedRun users(DoubleUnaryOperator bySecond) {
        users = bySecond;
        return this;
    }

    SimulatedRun medianMillis(DoubleUnaryOperator bySecond) {
        medianMillis = bySecond;
        return this;
    }

    SimulatedRun requestsPerUser(DoubleUnaryOperator bySecond) {
        requestsPerUser = bySecond;
        return this;
    }

    SimulatedRun failures(String kind, DoubleUnaryOperator shareBySecond) {
        failureKind = kind;
        failureShare = shareBySecond;
        return this;
    }

    SimulatedRun wrong(DoubleUnaryOperator shareBySecond) {
        wrongShare = shareBySecond;
        return this;
    }

    SimulatedRun noise(double standardDeviation) {
        noise = standardDeviation;
        return this;
    }

    SimulatedRun sigma(double ofLatencies) {
        sigma = ofLatencies;
        return this;
    }

    SimulatedRun nodes(Map<String, Double> shares) {
        nodes = shares;
        return this;
    }

    /** With failures of their own, instead of the run's. */
    SimulatedRun endpoints(Map<String, DoubleUnaryOperator> failureShares) {
        endpoints = failureShares;
        return this;
    }

    Evidence evidence() {
        return Evidence.of(snapshots());
    }

    List<Finding> findings() {
        return Findings.of(evidence());
    }

    List<Snapshot> snapshots() {
        var all = new ArrayList<Snapshot>();
        double wander = noise * random.nextGaussian();
        for (int second = 0; second < seconds; second++) {
            all.add(second(second, Math.exp(wander)));
            double fresh = noise * Math.sqrt(1 - PERSISTENCE * PERSISTENCE);
            wander = PERSISTENCE * wander + fresh * random.nextGaussian();
        }
        return all;
    }

    private Snapshot second(int second, double factor) {
        Map<Series, Aggregate> series = new HashMap<>();
        double now = users.applyAsDouble(second);
        long level = Math.round(now);
        add(series, BuiltinMetrics.VUS, Tags.NONE, level(level, second));
        int requests = poisson(now * requestsPerUser.applyAsDouble(second));
        var names = endpoints.isEmpty() ? List.of("/") : List.copyOf(endpoints.keySet());
        var times = new long[requests];
        double median = medianMillis.applyAsDouble(second) * factor * 1e6;
        long wrong = 0;
        long failures = 0;
        Map<Tags, Long> counts = new HashMap<>();
        for (int i = 0; i < requests; i++) {
            times[i] = Math.round(median * Math.exp(sigma * random.nextGaussian()));
            var name = names.get(random.nextInt(names.size()));
            var share = endpoints.getOrDefault(name, failureShare).applyAsDouble(second);
            boolean failed = random.nextDouble() < share;
            failures += failed ? 1 : 0;
            wrong += random.nextDouble() < wrongShare.applyAsDouble(second) ? 1 : 0;
            counts.merge(tags(name, node(), failed), 1L, Long::sum);
        }
        counts.forEach(
                (tags, count) ->
                        add(series, BuiltinMetrics.HTTP_REQS, tags, new Aggregate.Count(count)));
        var ratio = new Aggregate.Ratio(failures, requests);
        add(series, BuiltinMetrics.HTTP_REQ_FAILED, Tags.NONE, ratio);
        add(series, BuiltinMetrics.ITERATIONS, Tags.NONE, new Aggregate.Count(requests));
        add(
                series,
                BuiltinMetrics.CHECKS,
                Tags.NONE,
                new Aggregate.Ratio(requests - wrong, requests));
        add(
                series,
                BuiltinMetrics.HTTP_REQ_DURATION,
                Tags.NONE,
                new Aggregate.Distribution(Histogram.of(times)));
        return new Snapshot(second * SECOND, (second + 1) * SECOND, series, Map.of());
    }

    private Tags tags(String name, String node, boolean failed) {
        return known.computeIfAbsent(
                name + ' ' + node + ' ' + failed,
                _ ->
                        Tags.of("name", name)
                                .with("method", "GET")
                                .with("node", node)
                                .with("error_kind", failed ? failureKind : ""));
    }

    private static Aggregate level(long value, int second) {
        return new Aggregate.Level(value, second * SECOND, value, value);
    }

    private static void add(
            Map<Series, Aggregate> series, Metric metric, Tags tags, Aggregate value) {
        series.merge(new Series(metric, tags), value, Aggregate::merge);
    }

    private String node() {
        double at = random.nextDouble();
        for (var node : nodes.entrySet()) {
            at -= node.getValue();
            if (at < 0) {
                return node.getKey();
            }
        }
        return "";
    }

    /** By the normal distribution where there are many. */
    private int poisson(double mean) {
        if (mean > 50) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = -1;
        double product = 1;
        do {
            count++;
            product *= random.nextDouble();
        } while (product > limit);
        return count;
    }
}
