package io.spate.output.csv;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Builds snapshots as the HTTP client records them. */
final class Seconds {
    private final Map<Series, Aggregate> aggregates = new HashMap<>();
    private final Map<ScriptError, Long> errors = new HashMap<>();

    Seconds put(Metric metric, Tags tags, Aggregate value) {
        aggregates.merge(new Series(metric, tags), value, Aggregate::merge);
        return this;
    }

    /** Requests with these service times; a status that is no number is an error. */
    Seconds requests(String method, String name, String status, double... millis) {
        boolean answered = !status.isEmpty() && Character.isDigit(status.charAt(0));
        boolean failed = !answered || status.charAt(0) >= '4';
        var tags =
                Tags.of("method", method)
                        .with("name", name)
                        .with("status", answered ? status : "0")
                        .with("error", answered ? "" : status);
        long[] nanos = Arrays.stream(millis).mapToLong(it -> Math.round(it * 1e6)).toArray();
        return put(BuiltinMetrics.HTTP_REQS, tags, new Aggregate.Count(nanos.length))
                .put(
                        BuiltinMetrics.HTTP_REQ_FAILED,
                        tags,
                        new Aggregate.Ratio(failed ? nanos.length : 0, nanos.length))
                .put(
                        BuiltinMetrics.HTTP_REQ_DURATION,
                        tags,
                        new Aggregate.Distribution(Histogram.of(nanos)));
    }

    Seconds received(long bytes) {
        return put(
                BuiltinMetrics.DATA_RECEIVED,
                Tags.of("scenario", "browse"),
                new Aggregate.Count(bytes));
    }

    Seconds users(String scenario, int users) {
        return put(
                BuiltinMetrics.VUS,
                Tags.of("scenario", scenario),
                new Aggregate.Level(users, 0, users, users));
    }

    Seconds error(String message, String trace, long count) {
        errors.put(new ScriptError("browse", message, trace), count);
        return this;
    }

    Snapshot ending(int second) {
        return new Snapshot(
                (second - 1) * 1_000_000_000L, second * 1_000_000_000L, aggregates, errors);
    }
}
