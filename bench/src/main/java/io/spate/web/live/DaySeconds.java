package io.spate.web.live;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.Series;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The seconds of a long run: endpoints of which few are asked for often and many seldom, each with
 * times of its own that change over the day, and some that fail.
 */
final class DaySeconds {
    private static final long SECOND = 1_000_000_000L;
    private static final int DAY = 86_400;
    private static final double FAILING = 0.02;
    private static final double FAILURES = 0.05;

    private static final List<Metric> VARIED =
            List.of(
                    BuiltinMetrics.HTTP_REQ_DURATION,
                    BuiltinMetrics.HTTP_REQ_RESPONSE_TIME,
                    BuiltinMetrics.HTTP_REQ_WAITING);

    private static final List<Metric> BRIEF =
            List.of(
                    BuiltinMetrics.HTTP_REQ_BLOCKED,
                    BuiltinMetrics.HTTP_REQ_CONNECTING,
                    BuiltinMetrics.HTTP_REQ_TLS_HANDSHAKING,
                    BuiltinMetrics.HTTP_REQ_SENDING,
                    BuiltinMetrics.HTTP_REQ_RECEIVING);

    /** The numbers of the series that a request is recorded in. */
    private record Numbers(List<Integer> varied, List<Integer> brief, int requests, int failed) {
        static Numbers of(Recorder recorder, Tags tags) {
            return new Numbers(
                    VARIED.stream().map(it -> recorder.series(it, tags)).toList(),
                    BRIEF.stream().map(it -> recorder.series(it, tags)).toList(),
                    recorder.series(BuiltinMetrics.HTTP_REQS, tags),
                    recorder.series(BuiltinMetrics.HTTP_REQ_FAILED, tags));
        }
    }

    private record Endpoint(Numbers good, Numbers bad, boolean fails, double nanos) {}

    private final Recorder recorder = new Recorder(new SeriesRegistry(SeriesRegistry.LIMIT));
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final int requests;

    /**
     * Seconds to be.
     *
     * @param requests in each of them
     */
    DaySeconds(int endpoints, int requests) {
        this.requests = requests;
        for (int i = 0; i < endpoints; i++) {
            var tags =
                    Tags.of("name", "/api/items/" + i)
                            .with("scenario", "default")
                            .with("method", "GET")
                            .with("status", "200")
                            .with("proto", "HTTP/1.1")
                            .with("expected_response", "true");
            var good = Numbers.of(recorder, tags);
            boolean fails = i % (int) (1 / FAILING) == 0;
            var bad =
                    fails
                            ? Numbers.of(
                                    recorder,
                                    tags.with("status", "503").with("expected_response", "false"))
                            : good;
            this.endpoints.add(new Endpoint(good, bad, fails, 5e6 + 200e6 * random.nextDouble()));
        }
    }

    /**
     * A second.
     *
     * @param at how many there were before
     */
    Snapshot next(int at, int users) {
        double drift = 1 + 0.3 * Math.sin(2 * Math.PI * at / DAY);
        for (int i = 0; i < requests; i++) {
            double skewed = random.nextDouble();
            record(endpoints.get((int) (endpoints.size() * skewed * skewed)), drift);
        }
        var measured = recorder.handOver().drain(at * SECOND, (at + 1) * SECOND);
        Map<Series, Aggregate> all = new HashMap<>(measured.aggregates());
        all.put(
                new Series(BuiltinMetrics.VUS, Tags.NONE),
                new Aggregate.Level(users, (at + 1) * SECOND, users, users));
        return new Snapshot(measured.startNanos(), measured.endNanos(), all, Map.of());
    }

    private void record(Endpoint of, double drift) {
        boolean bad = of.fails && random.nextDouble() < FAILURES;
        var numbers = bad ? of.bad : of.good;
        long nanos = (long) (of.nanos * drift * Math.exp(0.4 * random.nextGaussian()));
        for (int series : numbers.varied) {
            recorder.record(series, nanos);
        }
        for (int series : numbers.brief) {
            recorder.record(series, 20_000);
        }
        recorder.record(numbers.requests, 1);
        recorder.record(numbers.failed, bad ? 1 : 0);
    }
}
