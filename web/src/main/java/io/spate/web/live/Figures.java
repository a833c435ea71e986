package io.spate.web.live;

import io.spate.metrics.Accumulator;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has come to since it began or was reset: totals, endpoints, checks. A second costs
 * what it brought. Not safe for threads: {@link LiveRun} guards it.
 */
final class Figures {
    /** The most endpoints told apart; the run's own limit of series is most often met before. */
    static final int ENDPOINTS_MAX = 10_000;

    static final int CHECKS_MAX = 1_000;

    private static final String OTHER = "(other)";

    /** An endpoint by what people call it. */
    record Key(String method, String name) {}

    /** How often a check passed, out of how often. */
    record Check(long passes, long total) {
        Check plus(long hits, long more) {
            return new Check(passes + hits, total + more);
        }
    }

    private final Map<Series, EndpointFigures> bySeries = new HashMap<>();
    private final Map<Key, EndpointFigures> endpoints = new LinkedHashMap<>();
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Map<String, Long> usersByScenario = new HashMap<>();
    private final Map<Metric, Long> counts = new HashMap<>();
    private final EndpointFigures all = new EndpointFigures();
    private double seconds;
    private int count;
    private Second last = Second.NOTHING;

    /**
     * What the last second brought.
     *
     * @param endNanos since the run's start
     * @param times service times in nanoseconds
     */
    record Second(
            long startNanos,
            long endNanos,
            long users,
            long requests,
            long failures,
            long iterations,
            Histogram times) {
        static final Second NOTHING = new Second(0, 0, 0, 0, 0, 0, Histogram.EMPTY);

        double seconds() {
            return (endNanos - startNanos) / 1e9;
        }

        double perSecond(long number) {
            return endNanos > startNanos ? number / seconds() : 0;
        }
    }

    /** Adds a second that counts. */
    Second add(Snapshot second) {
        last = read(second);
        seconds += second.seconds();
        for (var each : endpoints.values()) {
            each.endSecond(count, second.seconds());
        }
        all.endSecond(count, second.seconds());
        count++;
        return last;
    }

    /** All that a finished run came to, with the trends that were seen meanwhile. */
    static Figures whole(Snapshot total, Figures seen) {
        var whole = new Figures();
        whole.read(total);
        whole.seconds = total.seconds();
        whole.count = seen.count;
        whole.last = seen.last;
        whole.all.takeTrend(seen.all);
        whole.endpoints.forEach(
                (key, it) -> {
                    var before = seen.endpoints.get(key);
                    if (before != null) {
                        it.takeTrend(before);
                    }
                });
        return whole;
    }

    private Second read(Snapshot second) {
        long requests = all.requests();
        long failures = all.failures();
        long iterations = counter(BuiltinMetrics.ITERATIONS);
        var times = new Accumulator();
        long users = 0;
        for (var entry : second.aggregates().entrySet()) {
            users += read(entry.getKey(), entry.getValue(), times);
        }
        return new Second(
                second.startNanos(),
                second.endNanos(),
                users,
                all.requests() - requests,
                all.failures() - failures,
                counter(BuiltinMetrics.ITERATIONS) - iterations,
                times.aggregate().orElse(null) instanceof Aggregate.Distribution(var histogram)
                        ? histogram
                        : Histogram.EMPTY);
    }

    /** Reads one series; returns how many users it tells of. */
    private long read(Series series, Aggregate value, Accumulator times) {
        var metric = series.metric();
        switch (value) {
            case Aggregate.Count(var more) -> {
                counts.merge(metric, more, Long::sum);
                if (metric.equals(BuiltinMetrics.HTTP_REQS)) {
                    endpoint(series).addRequests(more);
                    all.addRequests(more);
                }
            }
            case Aggregate.Ratio(var hits, var total) -> {
                if (metric.equals(BuiltinMetrics.HTTP_REQ_FAILED)) {
                    endpoint(series).addFailures(hits);
                    all.addFailures(hits);
                } else if (metric.equals(BuiltinMetrics.CHECKS)) {
                    check(series.tags().get("check"), hits, total);
                }
            }
            case Aggregate.Distribution _ -> {
                if (metric.equals(BuiltinMetrics.HTTP_REQ_DURATION)) {
                    endpoint(series).addTimes(value);
                    all.addTimes(value);
                    times.add(value);
                }
            }
            case Aggregate.Level(var level, _, _, _) -> {
                if (metric.equals(BuiltinMetrics.SCENARIO_VUS)) {
                    usersByScenario.put(series.tags().get("scenario"), level);
                }
                return metric.equals(BuiltinMetrics.VUS) ? level : 0;
            }
        }
        return 0;
    }

    private EndpointFigures endpoint(Series series) {
        return bySeries.computeIfAbsent(series, this::find);
    }

    private EndpointFigures find(Series series) {
        var key = new Key(series.tags().get("method"), series.tags().get("name"));
        boolean full = endpoints.size() >= ENDPOINTS_MAX && !endpoints.containsKey(key);
        return endpoints.computeIfAbsent(
                full ? new Key("", OTHER) : key, _ -> new EndpointFigures());
    }

    private void check(String name, long hits, long total) {
        boolean full = checks.size() >= CHECKS_MAX && !checks.containsKey(name);
        checks.merge(
                full ? OTHER : name,
                new Check(hits, total),
                (one, more) -> one.plus(more.passes, more.total));
    }

    Map<Key, EndpointFigures> endpoints() {
        return endpoints;
    }

    EndpointFigures all() {
        return all;
    }

    Map<String, Check> checks() {
        return checks;
    }

    long counter(Metric metric) {
        return counts.getOrDefault(metric, 0L);
    }

    Optional<Long> users(String scenario) {
        return Optional.ofNullable(usersByScenario.get(scenario));
    }

    double perSecond(long number) {
        return seconds > 0 ? number / seconds : 0;
    }

    double seconds() {
        return seconds;
    }

    /** How many seconds were added. */
    int count() {
        return count;
    }

    Second last() {
        return last;
    }

    /** The second as a timeline needs it: one series for each metric. */
    Snapshot forTimeline(Snapshot second) {
        Map<Series, Aggregate> few = new HashMap<>();
        few.put(series(BuiltinMetrics.VUS), level(last.users(), last.endNanos()));
        few.put(series(BuiltinMetrics.HTTP_REQS), new Aggregate.Count(last.requests()));
        few.put(
                series(BuiltinMetrics.HTTP_REQ_FAILED),
                new Aggregate.Ratio(last.failures(), last.requests()));
        few.put(series(BuiltinMetrics.HTTP_REQ_DURATION), new Aggregate.Distribution(last.times()));
        second.find(BuiltinMetrics.GENERATOR_LOOP_LAG)
                .ifPresent(it -> few.put(series(BuiltinMetrics.GENERATOR_LOOP_LAG), it));
        return new Snapshot(second.startNanos(), second.endNanos(), few, Map.of());
    }

    private static Series series(Metric metric) {
        return new Series(metric, Tags.NONE);
    }

    private static Aggregate level(long value, long nanos) {
        return new Aggregate.Level(value, nanos, value, value);
    }
}
