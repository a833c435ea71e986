package io.spate.report;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * One kind of failed requests.
 *
 * @param method of the requests
 * @param name the name their statistics go under
 * @param error what went wrong
 */
record Failure(String method, String name, String error) {

    /** A kind of failure and how often it happened. */
    record Counted(Failure failure, long count) {}

    /** All kinds of failures of a snapshot, the most frequent first. */
    static List<Counted> of(Snapshot snapshot) {
        var counts = new HashMap<Failure, Long>();
        snapshot.aggregates()
                .forEach(
                        (series, value) -> {
                            if (series.metric().equals(BuiltinMetrics.HTTP_REQ_FAILED)
                                    && value instanceof Aggregate.Ratio(var hits, _)
                                    && hits > 0) {
                                counts.merge(of(series.tags()), hits, Long::sum);
                            }
                        });
        return counts.entrySet().stream()
                .map(it -> new Counted(it.getKey(), it.getValue()))
                .sorted(
                        Comparator.comparingLong(Counted::count)
                                .reversed()
                                .thenComparing(it -> it.failure.name)
                                .thenComparing(it -> it.failure.method)
                                .thenComparing(it -> it.failure.error))
                .toList();
    }

    private static Failure of(Tags tags) {
        var error = tags.get("error");
        var status = tags.get("status");
        boolean answered = !status.isEmpty() && !status.equals("0");
        var text = !error.isEmpty() ? error : answered ? "HTTP " + status : "failed";
        return new Failure(tags.get("method"), tags.get("name"), text);
    }
}
