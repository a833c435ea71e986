package io.spate.analysis.findings;

import static io.spate.metrics.BuiltinMetrics.CHECKS;
import static io.spate.metrics.BuiltinMetrics.DROPPED_ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static io.spate.metrics.BuiltinMetrics.ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.ITERATION_LATENESS;
import static io.spate.metrics.BuiltinMetrics.VUS;

import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.metrics.result.FailureHistory;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.ResultBuilder;
import io.spate.metrics.result.RunResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What rules look at: the intervals of a run without its warm-up, and what is known of it as a
 * whole. Immutable.
 */
public final class Evidence {
    private final List<Interval> intervals;
    private final boolean open;
    private final Snapshot total;
    private final List<FailureHistory> failures;
    private final GeneratorHealth generator;

    /**
     * What one interval brought.
     *
     * @param load users, or in an open workload iterations per second that were due
     * @param users virtual users at its end
     * @param times of the requests, in nanoseconds: from when they were due in an open workload
     * @param checked how many checks were made
     * @param wrong how many of them did not hold
     */
    record Interval(
            long fromNanos,
            long toNanos,
            double load,
            double users,
            long requests,
            long failures,
            Histogram times,
            long checked,
            long wrong,
            Snapshot snapshot) {

        double seconds() {
            return (toNanos - fromNanos) / 1e9;
        }

        double requestsPerSecond() {
            return requests / seconds();
        }

        double failureShare() {
            return requests == 0 ? 0 : (double) failures / requests;
        }

        long successes() {
            return requests - failures;
        }

        /** In milliseconds; NaN without requests. */
        double millis(double percentile) {
            return times.count() == 0 ? Double.NaN : times.percentile(percentile) / 1e6;
        }
    }

    private Evidence(
            List<Snapshot> measured,
            Snapshot total,
            List<FailureHistory> failures,
            GeneratorHealth generator) {
        this.total = total;
        this.failures = List.copyOf(failures);
        this.generator = generator;
        this.open = total.find(ITERATION_LATENESS).isPresent();
        this.intervals =
                measured.stream().filter(it -> it.seconds() > 0).map(this::interval).toList();
    }

    /** Of a finished run, or of one so far. */
    public static Evidence of(RunResult result) {
        long warmNanos = result.warmUp().map(Snapshot::endNanos).orElse(0L);
        var timeline = result.timeline();
        int first = 0;
        while (first < timeline.size() && timeline.get(first).startNanos() < warmNanos) {
            first++;
        }
        int left = first;
        // The last interval ends with the run, in the midst of a second: its rates are others.
        int last = timeline.size() - first > 2 ? timeline.size() - 1 : timeline.size();
        return new Evidence(
                timeline.subList(first, last),
                result.total(),
                result.failures().stream().map(it -> without(it, left)).toList(),
                result.generator());
    }

    private static FailureHistory without(FailureHistory failure, int first) {
        var counts = failure.overTime();
        return new FailureHistory(
                failure.tags(),
                failure.count(),
                failure.firstNanos(),
                failure.lastNanos(),
                failure.sample(),
                counts.subList(Math.min(first, counts.size()), counts.size()));
    }

    /** Of what each second brought, with all its series, in order. */
    public static Evidence of(List<Snapshot> seconds) {
        var builder = new ResultBuilder(List.of(), List.of(), List.of());
        seconds.forEach(builder::add);
        var none = Duration.ZERO;
        var ending = RunResult.Ending.COMPLETED;
        return of(builder.build(Instant.EPOCH, none, ending, GeneratorHealth.GOOD));
    }

    private Interval interval(Snapshot it) {
        long due = it.count(ITERATIONS) + it.count(DROPPED_ITERATIONS);
        double users = it.level(VUS).last();
        var failed = it.ratio(HTTP_REQ_FAILED);
        var checks = it.ratio(CHECKS);
        return new Interval(
                it.startNanos(),
                it.endNanos(),
                open ? due / it.seconds() : users,
                users,
                it.count(HTTP_REQS),
                failed.hits(),
                it.histogram(latency()),
                checks.total(),
                checks.total() - checks.hits(),
                it);
    }

    List<Interval> intervals() {
        return intervals;
    }

    /** Everything measured, by series. */
    Snapshot total() {
        return total;
    }

    /** The kinds of failures; their counts over time begin with the first interval. */
    List<FailureHistory> failures() {
        return failures;
    }

    GeneratorHealth generator() {
        return generator;
    }

    /** The time by which latency is judged. */
    Metric latency() {
        return open ? HTTP_REQ_RESPONSE_TIME : HTTP_REQ_DURATION;
    }

    /** By how much the load of an interval may be off by chance: arrivals are counted. */
    double noise(Interval interval) {
        return open ? 4 * Math.sqrt(interval.load() / interval.seconds()) : 0;
    }

    /** A load in words: {@code 320 users} or {@code 450/s}. */
    String load(double load) {
        return open ? Words.number(load) + "/s" : Math.round(load) + " users";
    }

    /** The unit of a load. */
    String loadUnit() {
        return open ? "1/s" : "users";
    }

    /** How long all intervals take. */
    double seconds() {
        return intervals.stream().mapToDouble(Interval::seconds).sum();
    }
}
