package io.spate.report;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** Builds snapshots as the engine and the HTTP client record them. */
final class Measured {
    private final Map<Series, Aggregate> aggregates = new HashMap<>();
    private final Map<ScriptError, Long> errors = new HashMap<>();
    private int allUsers;

    Measured put(Metric metric, Tags tags, Aggregate value) {
        aggregates.merge(new Series(metric, tags), value, Aggregate::merge);
        return this;
    }

    Measured count(Metric metric, Tags tags, long count) {
        return put(metric, tags, new Aggregate.Count(count));
    }

    /** Times that rise evenly between two bounds, in microseconds. */
    Measured times(Metric metric, Tags tags, int count, long fromMicros, long toMicros) {
        var nanos =
                LongStream.range(0, count)
                        .map(
                                it ->
                                        1000
                                                * (fromMicros
                                                        + (toMicros - fromMicros)
                                                                * it
                                                                / Math.max(1, count - 1)))
                        .toArray();
        return put(metric, tags, new Aggregate.Distribution(Histogram.of(nanos)));
    }

    /** Requests with one outcome; a status of 0 is an error. */
    Measured requests(String method, String name, String status, int count, long from, long to) {
        return tagged(Tags.NONE, method, name, status, count, from, to);
    }

    /** The same with more tags. */
    Measured tagged(
            Tags more, String method, String name, String status, int count, long from, long to) {
        boolean answered = Character.isDigit(status.charAt(0));
        boolean expected = answered && status.charAt(0) < '4';
        var tags =
                Tags.of("scenario", "browse")
                        .with("method", method)
                        .with("name", name)
                        .with("status", answered ? status : "0")
                        .with("error", answered ? "" : status)
                        .with("error_kind", expected ? "" : answered ? "status" : "refused")
                        .with("expected_response", String.valueOf(expected))
                        .with(more);
        return count(BuiltinMetrics.HTTP_REQS, tags, count)
                .put(
                        BuiltinMetrics.HTTP_REQ_FAILED,
                        tags,
                        new Aggregate.Ratio(expected ? 0 : count, count))
                .times(BuiltinMetrics.HTTP_REQ_DURATION, tags, count, from, to)
                .times(BuiltinMetrics.HTTP_REQ_RESPONSE_TIME, tags, count, from + 500, to + 9000)
                .times(BuiltinMetrics.HTTP_REQ_WAITING, tags, count, from, to);
    }

    Measured check(String name, long passes, long fails) {
        return put(
                BuiltinMetrics.CHECKS,
                Tags.of("check", name).with("scenario", "browse"),
                new Aggregate.Ratio(passes, passes + fails));
    }

    Measured iterations(String scenario, int count) {
        var tags = Tags.of("scenario", scenario);
        return count(BuiltinMetrics.ITERATIONS, tags, count)
                .times(BuiltinMetrics.ITERATION_DURATION, tags, count, 1_000_000, 3_000_000);
    }

    Measured users(String scenario, int users) {
        allUsers += users;
        aggregates.put(new Series(BuiltinMetrics.VUS, Tags.NONE), level(allUsers));
        return put(BuiltinMetrics.SCENARIO_VUS, Tags.of("scenario", scenario), level(users));
    }

    private static Aggregate level(int users) {
        return new Aggregate.Level(users, 0, users, users);
    }

    Measured error(String scenario, String message, String trace, long count) {
        errors.put(new ScriptError(scenario, message, trace), count);
        return this;
    }

    Snapshot between(long startSecond, long endSecond) {
        return new Snapshot(
                startSecond * 1_000_000_000, endSecond * 1_000_000_000, aggregates, errors);
    }
}
