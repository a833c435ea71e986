package io.spate.cli.capacity;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A server under a rate that is set while it goes on: places with one line before them, each taken
 * for a constant time. Nothing of the line is forgotten from one second to the next.
 */
final class SimulatedServer {
    private final double serviceSeconds;
    private final PriorityQueue<Double> free;
    private final PriorityQueue<Request> underWay =
            new PriorityQueue<>((a, b) -> Double.compare(a.end, b.end));
    private double rate;
    private double nextArrival;
    private int second;

    private record Request(double arrival, double end) {}

    SimulatedServer(int places, int serviceMillis) {
        serviceSeconds = serviceMillis / 1000.0;
        free = new PriorityQueue<>(Collections.nCopies(places, 0.0));
    }

    /** What it can do per second. */
    double capacity() {
        return free.size() / serviceSeconds;
    }

    double rate() {
        return rate;
    }

    /** Requests that were not answered yet. */
    int underWay() {
        return underWay.size();
    }

    void setRate(double perSecond) {
        rate = perSecond;
        nextArrival = second;
    }

    /** What the next second brings. */
    Snapshot next() {
        int end = second + 1;
        int begun = 0;
        while (rate > 0 && nextArrival < end) {
            double done = Math.max(nextArrival, free.remove()) + serviceSeconds;
            free.add(done);
            underWay.add(new Request(nextArrival, done));
            nextArrival += 1 / rate;
            begun++;
        }
        List<Long> times = new ArrayList<>();
        while (!underWay.isEmpty() && underWay.peek().end <= end) {
            var request = underWay.remove();
            times.add(Math.round((request.end - request.arrival) * 1e9));
        }
        var snapshot = snapshot(begun, times);
        second = end;
        return snapshot;
    }

    private Snapshot snapshot(int begun, List<Long> times) {
        var latency =
                new Aggregate.Distribution(
                        Histogram.of(times.stream().mapToLong(it -> it).toArray()));
        var late = new Aggregate.Distribution(Histogram.of(new long[begun]));
        Map<Series, Aggregate> values = new HashMap<>();
        put(values, BuiltinMetrics.ITERATION_LATENESS, late);
        put(values, BuiltinMetrics.ITERATIONS, new Aggregate.Count(times.size()));
        put(values, BuiltinMetrics.HTTP_REQS, new Aggregate.Count(times.size()));
        put(values, BuiltinMetrics.HTTP_REQ_FAILED, new Aggregate.Ratio(0, times.size()));
        put(values, BuiltinMetrics.HTTP_REQ_RESPONSE_TIME, latency);
        put(values, BuiltinMetrics.HTTP_REQ_DURATION, latency);
        return new Snapshot(
                second * 1_000_000_000L, (second + 1) * 1_000_000_000L, values, Map.of());
    }

    private static void put(Map<Series, Aggregate> values, Metric metric, Aggregate value) {
        values.put(new Series(metric, Tags.NONE), value);
    }
}
