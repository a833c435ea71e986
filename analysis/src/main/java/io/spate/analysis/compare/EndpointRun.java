package io.spate.analysis.compare;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What one endpoint did in one run, interval by interval. */
final class EndpointRun {
    private final double[] seconds;
    private final long[] requests;
    private final long[] failures;
    private final List<List<Histogram>> times;

    /**
     * Without requests yet.
     *
     * @param seconds how long each interval is; shared by all endpoints of a run
     */
    EndpointRun(double... seconds) {
        this.seconds = seconds;
        this.requests = new long[seconds.length];
        this.failures = new long[seconds.length];
        this.times = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            times.add(new ArrayList<>(2));
        }
    }

    void addRequests(int at, long more) {
        requests[at] += more;
    }

    void addFailures(int at, long more) {
        failures[at] += more;
    }

    void addTimes(int at, Histogram more) {
        times.get(at).add(more);
    }

    /** Several endpoints of a run as one. */
    static EndpointRun sum(Collection<EndpointRun> all, double... seconds) {
        var sum = new EndpointRun(seconds);
        for (EndpointRun one : all) {
            for (int i = 0; i < seconds.length; i++) {
                sum.requests[i] += one.requests[i];
                sum.failures[i] += one.failures[i];
                sum.times.get(i).addAll(one.times.get(i));
            }
        }
        return sum;
    }

    int intervals() {
        return seconds.length;
    }

    double seconds(int at) {
        return seconds[at];
    }

    /** How many requests an interval has; where they were not counted, those that were timed. */
    long requests(int at) {
        return requests[at] > 0
                ? requests[at]
                : times.get(at).stream().mapToLong(Histogram::count).sum();
    }

    long failures(int at) {
        return failures[at];
    }

    List<Histogram> times(int at) {
        return times.get(at);
    }

    /** How many requests there are in all. */
    long requests() {
        long sum = 0;
        for (int i = 0; i < requests.length; i++) {
            sum += requests(i);
        }
        return sum;
    }

    /** All times as one. */
    Histogram allTimes() {
        return merged(times.stream().flatMap(List::stream).toList());
    }

    static Histogram merged(List<Histogram> all) {
        List<Aggregate> values = new ArrayList<>();
        all.forEach(it -> values.add(new Aggregate.Distribution(it)));
        return Aggregate.merge(values)
                .map(it -> it instanceof Aggregate.Distribution(var one) ? one : Histogram.EMPTY)
                .orElse(Histogram.EMPTY);
    }
}
