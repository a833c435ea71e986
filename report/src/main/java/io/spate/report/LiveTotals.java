package io.spate.report;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Selector;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the live console keeps of a run: totals and the last seconds. Belongs to one thread. */
final class LiveTotals {
    /** Seconds kept for the sparkline. */
    static final int HISTORY_SECONDS = 60;

    private final Deque<Brought> recent = new ArrayDeque<>();
    private Brought total = Brought.NOTHING;
    private long endNanos;
    private long users;
    private Map<String, Scenario> scenarios = Map.of();
    private long scriptErrors;
    private Optional<ScriptError> latestError = Optional.empty();
    private long foldedSeries;

    /** What some time brought, over all series. */
    record Brought(
            double seconds,
            long requests,
            long failed,
            long iterations,
            long dropped,
            long interrupted,
            Histogram serviceTime) {

        static final Brought NOTHING = new Brought(0, 0, 0, 0, 0, 0, Histogram.EMPTY);

        Brought plus(Brought more) {
            return new Brought(
                    seconds + more.seconds,
                    requests + more.requests,
                    failed + more.failed,
                    iterations + more.iterations,
                    dropped + more.dropped,
                    interrupted + more.interrupted,
                    serviceTime.merge(more.serviceTime));
        }

        double perSecond(long count) {
            return seconds <= 0 ? 0 : count / seconds;
        }
    }

    /** What a scenario has come to. */
    record Scenario(long users, long iterations) {
        static final Scenario NOTHING = new Scenario(0, 0);
    }

    /** Adds the next second; returns what it brought. */
    Brought add(Snapshot second) {
        var brought = new Reading(second).brought();
        total = total.plus(brought);
        endNanos = second.endNanos();
        recent.addLast(brought);
        if (recent.size() > HISTORY_SECONDS) {
            recent.removeFirst();
        }
        second.errors()
                .forEach(
                        (error, count) -> {
                            scriptErrors += count;
                            latestError = Optional.of(error);
                        });
        return brought;
    }

    Brought total() {
        return total;
    }

    /** What the last seconds brought, at most {@link #HISTORY_SECONDS} of them. */
    Brought last(int seconds) {
        return recent.stream()
                .skip(Math.max(0, recent.size() - seconds))
                .reduce(Brought.NOTHING, Brought::plus);
    }

    /** Requests per second (without any requests: iterations), second by second. */
    List<Double> rates() {
        boolean http = total.requests > 0;
        return recent.stream().map(it -> it.perSecond(http ? it.requests : it.iterations)).toList();
    }

    long endNanos() {
        return endNanos;
    }

    long users() {
        return users;
    }

    Scenario scenario(String name) {
        return scenarios.getOrDefault(name, Scenario.NOTHING);
    }

    long scriptErrors() {
        return scriptErrors;
    }

    Optional<ScriptError> latestError() {
        return latestError;
    }

    /** How many series there were over the limit of those told apart. */
    long foldedSeries() {
        return foldedSeries;
    }

    /** One pass over a snapshot, however many series it has. */
    private final class Reading {
        private final Map<String, Long> sums = new HashMap<>();
        private final Snapshot second;
        private Histogram serviceTime = Histogram.EMPTY;

        Reading(Snapshot second) {
            this.second = second;
            readUsers();
            second.aggregates().forEach((series, value) -> read(series.metric().name(), value));
        }

        private void read(String metric, Aggregate value) {
            switch (value) {
                case Aggregate.Count(var count) -> sums.merge(metric, count, Long::sum);
                case Aggregate.Ratio(var hits, _) -> sums.merge(metric, hits, Long::sum);
                case Aggregate.Distribution(var histogram) -> {
                    if (metric.equals(BuiltinMetrics.HTTP_REQ_DURATION.name())) {
                        serviceTime = serviceTime.merge(histogram);
                    }
                }
                case Aggregate.Level _ -> {}
            }
        }

        private void readUsers() {
            users = Users.running(second).map(Aggregate.Level::last).orElse(0L);
            foldedSeries =
                    Users.sum(second, new Selector(BuiltinMetrics.FOLDED_SERIES.name(), Tags.NONE))
                            .map(Aggregate.Level::last)
                            .orElse(foldedSeries);
            var now = new HashMap<String, Scenario>();
            scenarios.forEach((name, it) -> now.put(name, new Scenario(0, it.iterations)));
            second.aggregates()
                    .forEach(
                            (series, value) -> {
                                var name = series.tags().get("scenario");
                                var known = now.getOrDefault(name, Scenario.NOTHING);
                                if (value instanceof Aggregate.Level(var last, _, _, _)
                                        && series.metric().equals(BuiltinMetrics.SCENARIO_VUS)) {
                                    now.put(
                                            name,
                                            new Scenario(known.users + last, known.iterations));
                                } else if (value instanceof Aggregate.Count(var count)
                                        && series.metric().equals(BuiltinMetrics.ITERATIONS)) {
                                    now.put(
                                            name,
                                            new Scenario(known.users, known.iterations + count));
                                }
                            });
            scenarios = now;
        }

        Brought brought() {
            return new Brought(
                    second.seconds(),
                    sum(BuiltinMetrics.HTTP_REQS),
                    sum(BuiltinMetrics.HTTP_REQ_FAILED),
                    sum(BuiltinMetrics.ITERATIONS),
                    sum(BuiltinMetrics.DROPPED_ITERATIONS),
                    sum(BuiltinMetrics.INTERRUPTED_ITERATIONS),
                    serviceTime);
        }

        private long sum(Metric metric) {
            return sums.getOrDefault(metric.name(), 0L);
        }
    }
}
