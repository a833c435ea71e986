package io.spate.report.json;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Folds the series of a run into one row for each method and name. */
final class EndpointRows {
    private static final String OTHER = "(other)";

    private EndpointRows() {}

    private record Key(String method, String name) {}

    /** A row whose times are still histograms, so that rows can be folded without averaging. */
    static final class Row {
        private final Key key;
        private final SortedSet<String> scenarios = new TreeSet<>();
        private long requests;
        private long failures;
        private Histogram serviceTime = Histogram.EMPTY;
        private Histogram responseTime = Histogram.EMPTY;

        private Row(Key key) {
            this.key = key;
        }

        String name() {
            return key.name;
        }

        long requests() {
            return requests;
        }

        long failures() {
            return failures;
        }

        Histogram serviceTime() {
            return serviceTime;
        }

        private void add(Series series, Aggregate value) {
            String metric = series.metric().name();
            if (metric.equals(BuiltinMetrics.HTTP_REQS.name())) {
                requests += Values.count(value);
            } else if (metric.equals(BuiltinMetrics.HTTP_REQ_FAILED.name())) {
                failures += Values.hits(value);
            } else if (metric.equals(BuiltinMetrics.HTTP_REQ_DURATION.name())) {
                serviceTime = serviceTime.merge(Values.histogram(value));
            } else {
                responseTime = responseTime.merge(Values.histogram(value));
            }
            String scenario = series.tags().get("scenario");
            if (!scenario.isEmpty()) {
                scenarios.add(scenario);
            }
        }

        private void add(Row other) {
            requests += other.requests;
            failures += other.failures;
            serviceTime = serviceTime.merge(other.serviceTime);
            responseTime = responseTime.merge(other.responseTime);
            scenarios.addAll(other.scenarios);
        }

        private Results.Endpoint endpoint(double seconds) {
            return new Results.Endpoint(
                    key.method,
                    key.name,
                    List.copyOf(scenarios),
                    requests,
                    failures,
                    Numbers.perSecond(requests, seconds),
                    Numbers.perSecond(failures, seconds),
                    Numbers.times(serviceTime),
                    Numbers.times(responseTime));
        }
    }

    /** All endpoints, those with the most requests first. */
    static List<Row> of(Snapshot total) {
        var rows = new HashMap<Key, Row>();
        total.aggregates()
                .forEach(
                        (series, value) -> {
                            if (isOfRequests(series)) {
                                var tags = series.tags();
                                rows.computeIfAbsent(
                                                new Key(tags.get("method"), tags.get("name")),
                                                Row::new)
                                        .add(series, value);
                            }
                        });
        return rows.values().stream()
                .filter(row -> row.requests > 0)
                .sorted(
                        Comparator.comparingLong((Row row) -> row.requests)
                                .reversed()
                                .thenComparing(row -> row.key.name)
                                .thenComparing(row -> row.key.method))
                .toList();
    }

    private static boolean isOfRequests(Series series) {
        String metric = series.metric().name();
        return metric.equals(BuiltinMetrics.HTTP_REQS.name())
                || metric.equals(BuiltinMetrics.HTTP_REQ_FAILED.name())
                || metric.equals(BuiltinMetrics.HTTP_REQ_DURATION.name())
                || metric.equals(BuiltinMetrics.HTTP_REQ_RESPONSE_TIME.name());
    }

    /** The first rows, and all others folded into one more. */
    static List<Results.Endpoint> listed(List<Row> rows, int limit, double seconds) {
        var listed = new ArrayList<Results.Endpoint>();
        rows.stream().limit(limit).map(row -> row.endpoint(seconds)).forEach(listed::add);
        if (rows.size() > limit) {
            var other = new Row(new Key("", OTHER));
            rows.subList(limit, rows.size()).forEach(other::add);
            listed.add(other.endpoint(seconds));
        }
        return listed;
    }
}
