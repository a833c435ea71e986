package io.spate.output.csv;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the CSV files tell of a run so far. Belongs to one thread. */
final class RunStats {
    /** Seconds that current rates and percentiles are about. */
    static final int WINDOW_SECONDS = 10;

    private final SortedMap<Endpoint, Requests> total = new TreeMap<>();
    private final SortedMap<Failure, Occurrences> failures = new TreeMap<>(Failure.ORDER);
    private final SortedMap<ScriptError, Long> errors =
            new TreeMap<>(
                    Comparator.comparing(ScriptError::scenario)
                            .thenComparing(ScriptError::message)
                            .thenComparing(ScriptError::trace));
    private final Deque<Second> window = new ArrayDeque<>();
    private Requests aggregated = Requests.NONE;
    private long endNanos;
    private long users;

    private record Second(double seconds, Map<Endpoint, Requests> requests, Requests aggregated) {}

    /** A kind of failed requests. */
    record Failure(Endpoint endpoint, String error) {
        static final Comparator<Failure> ORDER =
                Comparator.comparing(Failure::endpoint).thenComparing(Failure::error);
    }

    /**
     * How often something happened, and when.
     *
     * @param firstNanos the start of the second in which it did first, since the run's start
     * @param lastNanos the end of the second in which it did last
     */
    record Occurrences(long count, long firstNanos, long lastNanos) {
        Occurrences plus(Occurrences later) {
            return new Occurrences(
                    count + later.count,
                    Math.min(firstNanos, later.firstNanos),
                    Math.max(lastNanos, later.lastNanos));
        }
    }

    /** Adds the next second. */
    void add(Snapshot second) {
        var requests = Requests.of(second);
        var all = sum(requests.values());
        requests.values().removeIf(it -> it.count() == 0);
        requests.forEach((endpoint, it) -> total.merge(endpoint, it, Requests::plus));
        aggregated = aggregated.plus(all);
        window.addLast(new Second(second.seconds(), requests, all));
        if (window.size() > WINDOW_SECONDS) {
            window.removeFirst();
        }
        endNanos = second.endNanos();
        users = 0;
        second.aggregates()
                .forEach(
                        (series, value) -> {
                            if (value instanceof Aggregate.Level level
                                    && series.metric().equals(BuiltinMetrics.VUS)) {
                                users += level.last();
                            } else if (value instanceof Aggregate.Ratio(var hits, _)
                                    && hits > 0
                                    && series.metric().equals(BuiltinMetrics.HTTP_REQ_FAILED)) {
                                addFailure(series.tags(), hits, second);
                            }
                        });
        second.errors().forEach((error, count) -> errors.merge(error, count, Long::sum));
    }

    private void addFailure(Tags tags, long count, Snapshot second) {
        var error = tags.get("error");
        var status = tags.get("status");
        boolean answered = !status.isEmpty() && !status.equals("0");
        var text = !error.isEmpty() ? error : answered ? "HTTP " + status : "failed";
        failures.merge(
                new Failure(Endpoint.of(tags), text),
                new Occurrences(count, second.startNanos(), second.endNanos()),
                Occurrences::plus);
    }

    private static Requests sum(Collection<Requests> all) {
        return all.stream().reduce(Requests.NONE, Requests::plus);
    }

    /** All requests by endpoint, in the order of rows. */
    SortedMap<Endpoint, Requests> total() {
        return total;
    }

    Requests aggregated() {
        return aggregated;
    }

    /** The requests of one endpoint within the window. */
    Requests current(Endpoint endpoint) {
        return window.stream()
                .map(it -> it.requests.getOrDefault(endpoint, Requests.NONE))
                .reduce(Requests.NONE, Requests::plus);
    }

    /** The requests of all endpoints within the window. */
    Requests current() {
        return window.stream().map(Second::aggregated).reduce(Requests.NONE, Requests::plus);
    }

    /** The time that the window spans. */
    double windowSeconds() {
        return window.stream().mapToDouble(Second::seconds).sum();
    }

    SortedMap<Failure, Occurrences> failures() {
        return failures;
    }

    SortedMap<ScriptError, Long> errors() {
        return errors;
    }

    long endNanos() {
        return endNanos;
    }

    double seconds() {
        return endNanos / 1e9;
    }

    /** Virtual users of all scenarios that ran at the end of the last second. */
    long users() {
        return users;
    }
}
