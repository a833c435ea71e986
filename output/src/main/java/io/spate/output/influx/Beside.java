package io.spate.output.influx;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What k6 does not have, and who looks at a run wants to see. */
final class Beside {
    /** Beginnings of names of what tells how the generator and its machine are. */
    private static final List<String> HEALTH = List.of("generator_", "machine_", "tcp_");

    private Beside() {}

    /**
     * Of a second: the generator's health, users by scenario, and the response time from when a
     * request was due, over all endpoints, since its series are as many as those of k6.
     */
    static Snapshot k6(Snapshot second) {
        Map<Series, Aggregate> kept = new HashMap<>();
        second.aggregates()
                .forEach(
                        (series, value) -> {
                            if (isKept(series.metric())) {
                                kept.put(series, value);
                            }
                        });
        second.find(BuiltinMetrics.HTTP_REQ_RESPONSE_TIME)
                .ifPresent(
                        it ->
                                kept.put(
                                        new Series(
                                                BuiltinMetrics.HTTP_REQ_RESPONSE_TIME, Tags.NONE),
                                        it));
        return new Snapshot(second.startNanos(), second.endNanos(), kept, Map.of());
    }

    private static boolean isKept(Metric metric) {
        return metric.equals(BuiltinMetrics.SCENARIO_VUS)
                || HEALTH.stream().anyMatch(metric.name()::startsWith);
    }
}
