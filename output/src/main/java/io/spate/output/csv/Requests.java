package io.spate.output.csv;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * What requests came to.
 *
 * @param count how many there were
 * @param failed how many of them failed
 * @param bytes how many bytes they received
 * @param serviceTime their {@code http_req_duration}
 */
record Requests(long count, long failed, long bytes, Histogram serviceTime) {
    static final Requests NONE = new Requests(0, 0, 0, Histogram.EMPTY);

    /**
     * The requests of a snapshot by endpoint. Bytes are counted for no endpoint in particular, so
     * that they stand under one without a name.
     */
    static Map<Endpoint, Requests> of(Snapshot snapshot) {
        var requests = new HashMap<Endpoint, Requests>();
        snapshot.aggregates()
                .forEach(
                        (series, value) -> {
                            var part = part(series.metric(), value);
                            if (!part.isNothing()) {
                                requests.merge(Endpoint.of(series.tags()), part, Requests::plus);
                            }
                        });
        return requests;
    }

    private static Requests part(Metric metric, Aggregate value) {
        return switch (value) {
            case Aggregate.Count(var count) when metric.equals(BuiltinMetrics.HTTP_REQS) ->
                    new Requests(count, 0, 0, Histogram.EMPTY);
            case Aggregate.Count(var bytes) when metric.equals(BuiltinMetrics.DATA_RECEIVED) ->
                    new Requests(0, 0, bytes, Histogram.EMPTY);
            case Aggregate.Ratio(var failed, _)
                    when metric.equals(BuiltinMetrics.HTTP_REQ_FAILED) ->
                    new Requests(0, failed, 0, Histogram.EMPTY);
            case Aggregate.Distribution(var times)
                    when metric.equals(BuiltinMetrics.HTTP_REQ_DURATION) ->
                    new Requests(0, 0, 0, times);
            case Aggregate.Count _,
                    Aggregate.Ratio _,
                    Aggregate.Distribution _,
                    Aggregate.Level _ ->
                    NONE;
        };
    }

    private boolean isNothing() {
        return count == 0 && failed == 0 && bytes == 0 && serviceTime.count() == 0;
    }

    Requests plus(Requests more) {
        return new Requests(
                count + more.count,
                failed + more.failed,
                bytes + more.bytes,
                serviceTime.merge(more.serviceTime));
    }
}
