package io.spate.report;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of one method and name came to.
 *
 * @param method such as {@code GET}
 * @param name the name their statistics go under
 * @param requests how many there were
 * @param failed how many of them failed
 * @param serviceTime their {@code http_req_duration}
 */
record Endpoint(String method, String name, long requests, long failed, Histogram serviceTime) {

    private record Key(String method, String name) {}

    /** All endpoints of a snapshot, those with the most requests first. */
    static List<Endpoint> of(Snapshot snapshot) {
        var endpoints = new HashMap<Key, Endpoint>();
        snapshot.aggregates()
                .forEach(
                        (series, value) -> {
                            Endpoint part = part(series.metric(), series.tags(), value);
                            if (part != null) {
                                endpoints.merge(
                                        new Key(part.method, part.name), part, Endpoint::plus);
                            }
                        });
        return endpoints.values().stream()
                .filter(it -> it.requests > 0)
                .sorted(
                        Comparator.comparingLong(Endpoint::requests)
                                .reversed()
                                .thenComparing(Endpoint::name)
                                .thenComparing(Endpoint::method))
                .toList();
    }

    private static @Nullable Endpoint part(Metric metric, Tags tags, Aggregate value) {
        var method = tags.get("method");
        var name = tags.get("name");
        return switch (value) {
            case Aggregate.Count(var count) when metric.equals(BuiltinMetrics.HTTP_REQS) ->
                    new Endpoint(method, name, count, 0, Histogram.EMPTY);
            case Aggregate.Ratio(var hits, _) when metric.equals(BuiltinMetrics.HTTP_REQ_FAILED) ->
                    new Endpoint(method, name, 0, hits, Histogram.EMPTY);
            case Aggregate.Distribution(var times)
                    when metric.equals(BuiltinMetrics.HTTP_REQ_DURATION) ->
                    new Endpoint(method, name, 0, 0, times);
            case Aggregate.Count _,
                    Aggregate.Ratio _,
                    Aggregate.Distribution _,
                    Aggregate.Level _ ->
                    null;
        };
    }

    private Endpoint plus(Endpoint other) {
        return new Endpoint(
                method,
                name,
                requests + other.requests,
                failed + other.failed,
                serviceTime.merge(other.serviceTime));
    }
}
