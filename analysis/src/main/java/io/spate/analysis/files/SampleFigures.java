package io.spate.analysis.files;

import io.spate.analysis.MeasuredRun;
import io.spate.analysis.files.Figures.Endpoint;
import io.spate.analysis.files.Figures.Failure;
import io.spate.analysis.files.Figures.Moment;
import io.spate.analysis.files.Figures.Times;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Computes figures from samples. */
final class SampleFigures {
    private static final double[] PERCENTILES = {50, 66, 75, 80, 90, 95, 98, 99, 99.9, 99.99, 100};
    private static final double NANOS_PER_MILLI = 1e6;

    private SampleFigures() {}

    /** What requests of one endpoint came to, to which series are added. */
    private static final class Sum {
        private long requests;
        private long failures;
        private Histogram times = Histogram.EMPTY;

        void add(Metric metric, Aggregate values) {
            if (metric.equals(BuiltinMetrics.HTTP_REQS)
                    && values instanceof Aggregate.Count(var count)) {
                requests += count;
            } else if (metric.equals(BuiltinMetrics.HTTP_REQ_FAILED)
                    && values instanceof Aggregate.Ratio(var hits, _)) {
                failures += hits;
            } else if (metric.equals(BuiltinMetrics.HTTP_REQ_DURATION)
                    && values instanceof Aggregate.Distribution(var histogram)) {
                times = times.merge(histogram);
            }
        }

        Endpoint endpoint(String method, String name, double seconds) {
            return new Endpoint(
                    method,
                    name,
                    OptionalLong.of(requests),
                    OptionalLong.of(failures),
                    requests > 0 ? (double) failures / requests : Double.NaN,
                    seconds > 0 ? requests / seconds : Double.NaN,
                    seconds > 0 ? failures / seconds : Double.NaN,
                    times(times));
        }
    }

    private record Key(String method, String name) {}

    static Figures of(Origin origin, MeasuredRun run) {
        var totals = new Totals();
        run.seconds().forEach(totals::add);
        var whole = totals.snapshot();
        double seconds = whole.seconds();
        var sums = new HashMap<Key, Sum>();
        var all = new Sum();
        whole.aggregates()
                .forEach(
                        (series, values) -> {
                            all.add(series.metric(), values);
                            if (isOfRequests(series.metric())) {
                                sums.computeIfAbsent(key(series.tags()), _ -> new Sum())
                                        .add(series.metric(), values);
                            }
                        });
        return new Figures(
                origin,
                Optional.of(run.startedAt()),
                seconds,
                all.endpoint("", Figures.AGGREGATED, seconds),
                sums.entrySet().stream()
                        .filter(it -> it.getValue().requests > 0)
                        .sorted(mostFirst())
                        .map(it -> endpoint(it.getKey(), it.getValue(), seconds))
                        .toList(),
                failures(whole),
                run.seconds().size() < 2
                        ? List.of()
                        : run.seconds().stream().map(SampleFigures::moment).toList(),
                told(all));
    }

    private static Endpoint endpoint(Key key, Sum sum, double seconds) {
        return sum.endpoint(key.method, key.name, seconds);
    }

    private static Comparator<Map.Entry<Key, Sum>> mostFirst() {
        return Comparator.comparingLong((Map.Entry<Key, Sum> it) -> it.getValue().requests)
                .reversed()
                .thenComparing(it -> it.getKey().name)
                .thenComparing(it -> it.getKey().method);
    }

    private static Key key(Tags tags) {
        return new Key(tags.get("method"), tags.get("name"));
    }

    private static boolean isOfRequests(Metric metric) {
        return metric.equals(BuiltinMetrics.HTTP_REQS)
                || metric.equals(BuiltinMetrics.HTTP_REQ_FAILED)
                || metric.equals(BuiltinMetrics.HTTP_REQ_DURATION);
    }

    private static Times times(Histogram times) {
        if (times.count() == 0) {
            return Times.UNKNOWN;
        }
        var percentiles = new TreeMap<Double, Double>();
        for (double percentile : PERCENTILES) {
            percentiles.put(percentile, times.percentile(percentile) / NANOS_PER_MILLI);
        }
        return new Times(
                times.min() / NANOS_PER_MILLI,
                times.mean() / NANOS_PER_MILLI,
                times.max() / NANOS_PER_MILLI,
                percentiles);
    }

    private static List<Failure> failures(Snapshot whole) {
        var counts = new HashMap<List<String>, Long>();
        whole.aggregates()
                .forEach(
                        (series, values) -> {
                            if (series.metric().equals(BuiltinMetrics.HTTP_REQ_FAILED)
                                    && values instanceof Aggregate.Ratio(var hits, _)
                                    && hits > 0) {
                                var tags = series.tags();
                                counts.merge(
                                        List.of(
                                                tags.get("method"),
                                                tags.get("name"),
                                                error(series)),
                                        hits,
                                        Long::sum);
                            }
                        });
        var failures = new ArrayList<Failure>();
        counts.forEach(
                (kind, count) ->
                        failures.add(new Failure(kind.get(0), kind.get(1), kind.get(2), count)));
        failures.sort(
                Comparator.comparingLong(Failure::count)
                        .reversed()
                        .thenComparing(Failure::toString));
        return failures;
    }

    private static String error(Series series) {
        var tags = series.tags();
        var status = tags.get("status");
        if (!tags.get("error").isEmpty()) {
            return tags.get("error");
        }
        return status.isEmpty() || status.equals("0") ? "failed" : "HTTP " + status;
    }

    private static Moment moment(Snapshot interval) {
        var sum = new Sum();
        double users = Double.NaN;
        for (var values : interval.aggregates().entrySet()) {
            sum.add(values.getKey().metric(), values.getValue());
            if (values.getKey().metric().equals(BuiltinMetrics.VUS)
                    && values.getValue() instanceof Aggregate.Level level) {
                users = level.last();
            }
        }
        var all = sum.endpoint("", "", interval.seconds());
        return new Moment(
                interval.startNanos() / 1e9,
                users,
                all.requestsPerSecond(),
                all.failuresPerSecond(),
                all.timeMs().percentile(50),
                all.timeMs().percentile(95),
                all.timeMs().percentile(99));
    }

    /** What our own results say by these names. */
    private static Map<String, Double> told(Sum all) {
        return all.requests == 0
                ? Map.of()
                : Map.of(
                        "success_rate",
                        1 - (double) all.failures / all.requests,
                        "p95_latency",
                        all.times.percentile(95) / NANOS_PER_MILLI);
    }
}
