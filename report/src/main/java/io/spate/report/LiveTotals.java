package io.spate.report;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Judge;
import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold.Judgement;
import io.spate.plan.TestPlan;
import io.spate.plan.WarmUp;
import io.spate.report.json.FailureKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What the live console keeps of a run: totals and the last seconds. Belongs to one thread. */
final class LiveTotals {
    /** Seconds kept for the sparkline. */
    static final int HISTORY_SECONDS = 60;

    private final Deque<Brought> recent = new ArrayDeque<>();
    private Brought total = Brought.NOTHING;
    private long endNanos;
    private long users;
    private final Map<String, Scenario> scenarios = new HashMap<>();
    private long scriptErrors;
    private Optional<ScriptError> latestError = Optional.empty();
    private long foldedSeries;
    private final Map<String, Long> failures = new HashMap<>();
    private final Judge judge;
    private final long warmUpNanos;

    LiveTotals(TestPlan plan) {
        this.judge = new Judge(plan.thresholds(), plan.metrics());
        this.warmUpNanos =
                switch (plan.warmUp()) {
                    case WarmUp.Fixed(var duration) -> duration.toNanos();
                    // When it ends is found out elsewhere; until then budgets have it in them.
                    case WarmUp.Automatic _ -> 0;
                };
    }

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

    /**
     * What a scenario has come to.
     *
     * @param beganNanos when it was first seen at work, since the run's start
     * @param iterations in all
     * @param iterationsNow in the last second
     */
    record Scenario(long users, OptionalLong beganNanos, long iterations, long iterationsNow) {
        static final Scenario NOTHING = new Scenario(0, OptionalLong.empty(), 0, 0);

        private Scenario next(long startNanos, long usersNow, long brought) {
            boolean began = beganNanos.isPresent() || usersNow > 0 || brought > 0;
            return new Scenario(
                    usersNow,
                    began ? OptionalLong.of(beganNanos.orElse(startNanos)) : OptionalLong.empty(),
                    iterations + brought,
                    brought);
        }
    }

    /** Adds the next second; returns what it brought. */
    Brought add(Snapshot second) {
        if (second.startNanos() >= warmUpNanos) {
            judge.add(second, Set.of());
        }
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

    /** The kinds of failed requests and how many there were, the most frequent first. */
    List<Map.Entry<String, Long>> failures() {
        return failures.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** Whether what was added last is left out of the results. */
    boolean isWarmUp() {
        return endNanos <= warmUpNanos;
    }

    /** Of the thresholds on what may fail in the whole run: how much of that is left. */
    List<Judgement> budgets() {
        return judge.verdict().judgements().stream()
                .filter(it -> it.threshold().scope().equals(Scope.RUN))
                .filter(it -> it.budgetLeft().isPresent())
                .toList();
    }

    /** How many series there were over the limit of those told apart. */
    long foldedSeries() {
        return foldedSeries;
    }

    /** One pass over a snapshot, however many series it has. */
    private final class Reading {
        private final Map<String, Long> sums = new HashMap<>();
        private final Map<String, Long> users = new HashMap<>();
        private final Map<String, Long> iterations = new HashMap<>();
        private final Snapshot second;
        private Histogram serviceTime = Histogram.EMPTY;

        Reading(Snapshot second) {
            this.second = second;
            second.aggregates().forEach(this::read);
            LiveTotals.this.users = level(BuiltinMetrics.VUS).orElse(0L);
            foldedSeries = level(BuiltinMetrics.FOLDED_SERIES).orElse(foldedSeries);
            readScenarios();
        }

        private void read(Series series, Aggregate value) {
            var metric = series.metric();
            switch (value) {
                case Aggregate.Count(var count) -> {
                    sums.merge(metric.name(), count, Long::sum);
                    if (metric.equals(BuiltinMetrics.ITERATIONS)) {
                        iterations.merge(series.tags().get("scenario"), count, Long::sum);
                    }
                }
                case Aggregate.Ratio(var hits, _) -> {
                    sums.merge(metric.name(), hits, Long::sum);
                    if (hits > 0 && metric.equals(BuiltinMetrics.HTTP_REQ_FAILED)) {
                        failures.merge(kind(series.tags()), hits, Long::sum);
                    }
                }
                case Aggregate.Distribution(var histogram) -> {
                    if (metric.equals(BuiltinMetrics.HTTP_REQ_DURATION)) {
                        serviceTime = serviceTime.merge(histogram);
                    }
                }
                case Aggregate.Level(var last, _, _, _) -> {
                    if (metric.equals(BuiltinMetrics.SCENARIO_VUS)) {
                        users.merge(series.tags().get("scenario"), last, Long::sum);
                    }
                }
            }
        }

        private static String kind(Tags tags) {
            var kind = tags.get("error_kind");
            return kind.isEmpty() ? "other" : FailureKind.words(kind);
        }

        private void readScenarios() {
            var names = new HashSet<>(scenarios.keySet());
            names.addAll(users.keySet());
            names.addAll(iterations.keySet());
            names.forEach(
                    name ->
                            scenarios.put(
                                    name,
                                    scenario(name)
                                            .next(
                                                    second.startNanos(),
                                                    users.getOrDefault(name, 0L),
                                                    iterations.getOrDefault(name, 0L))));
        }

        private Optional<Long> level(Metric gauge) {
            return second.find(gauge)
                    .filter(it -> it instanceof Aggregate.Level)
                    .map(it -> ((Aggregate.Level) it).last());
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
