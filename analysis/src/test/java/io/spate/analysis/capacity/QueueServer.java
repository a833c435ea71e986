package io.spate.analysis.capacity;

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
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A simulated server: a number of places with one line before them. Arrivals come at even distances
 * or at random (as in M/M/c), service takes a constant or an exponential time.
 */
final class QueueServer {
    private final int places;
    private final double serviceMillis;
    private final boolean random;
    private final Random chance;

    QueueServer(int places, double serviceMillis, boolean random, long seed) {
        this.places = places;
        this.serviceMillis = serviceMillis;
        this.random = random;
        this.chance = new Random(seed);
    }

    /** What it can do per second. */
    double capacity() {
        return places / serviceMillis * 1000;
    }

    /** Seconds under a rate, from an empty line. */
    List<Snapshot> seconds(double rate, int count) {
        var begun = new long[count];
        var ended = new ArrayList<List<Long>>();
        for (int i = 0; i < count; i++) {
            ended.add(new ArrayList<>());
        }
        var free = new PriorityQueue<Double>();
        for (int i = 0; i < places; i++) {
            free.add(0.0);
        }
        double arrival = 0;
        while (arrival < count) {
            begun[(int) arrival]++;
            double start = Math.max(arrival, free.remove());
            double end = start + service();
            free.add(end);
            if (end < count) {
                ended.get((int) end).add(Math.round((end - arrival) * 1e9));
            }
            arrival += random ? -Math.log(1 - chance.nextDouble()) / rate : 1 / rate;
        }
        var seconds = new ArrayList<Snapshot>();
        for (int i = 0; i < count; i++) {
            seconds.add(second(i, begun[i], ended.get(i)));
        }
        return seconds;
    }

    private double service() {
        double seconds = serviceMillis / 1000;
        return random ? -Math.log(1 - chance.nextDouble()) * seconds : seconds;
    }

    private static Snapshot second(int at, long begun, List<Long> times) {
        Map<Series, Aggregate> series = new HashMap<>();
        var late = new long[(int) begun];
        var histogram = Histogram.of(times.stream().mapToLong(it -> it).toArray());
        add(
                series,
                BuiltinMetrics.ITERATION_LATENESS,
                new Aggregate.Distribution(Histogram.of(late)));
        add(series, BuiltinMetrics.ITERATIONS, new Aggregate.Count(times.size()));
        add(series, BuiltinMetrics.HTTP_REQS, new Aggregate.Count(times.size()));
        add(series, BuiltinMetrics.HTTP_REQ_FAILED, new Aggregate.Ratio(0, times.size()));
        add(series, BuiltinMetrics.HTTP_REQ_RESPONSE_TIME, new Aggregate.Distribution(histogram));
        add(series, BuiltinMetrics.HTTP_REQ_DURATION, new Aggregate.Distribution(histogram));
        return new Snapshot(at * 1_000_000_000L, (at + 1) * 1_000_000_000L, series, Map.of());
    }

    private static void add(Map<Series, Aggregate> series, Metric metric, Aggregate value) {
        series.put(new Series(metric, Tags.NONE), value);
    }
}
