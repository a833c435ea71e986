package io.spate.analysis.findings;

import io.spate.analysis.findings.Evidence.Interval;
import io.spate.metrics.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * How a target did at growing load: the intervals up to the highest load, put together by load into
 * at most {@link #BINS} bins of equal width.
 *
 * @param bins with growing load
 */
record Ramp(List<Bin> bins) {
    private static final int BINS = 12;

    /** Fewer say nothing of how one thing grows with another. */
    private static final int BINS_MIN = 4;

    private static final int INTERVALS_MIN = 2;

    /** The highest load is at least so many times the lowest. */
    private static final double RANGE_MIN = 2;

    /** A bin with fewer requests has no percentiles worth comparing. */
    private static final long REQUESTS_MIN = 40;

    Ramp {
        bins = List.copyOf(bins);
    }

    /**
     * What intervals with about the same load brought.
     *
     * @param load on average
     */
    record Bin(double load, long fromNanos, long toNanos, List<Interval> intervals) {
        private double seconds() {
            return intervals.stream().mapToDouble(Interval::seconds).sum();
        }

        long requests() {
            return intervals.stream().mapToLong(Interval::requests).sum();
        }

        long failures() {
            return intervals.stream().mapToLong(Interval::failures).sum();
        }

        long checked() {
            return intervals.stream().mapToLong(Interval::checked).sum();
        }

        long wrong() {
            return intervals.stream().mapToLong(Interval::wrong).sum();
        }

        double successesPerSecond() {
            return (requests() - failures()) / seconds();
        }

        double failureShare() {
            return requests() == 0 ? 0 : (double) failures() / requests();
        }

        double millis(double percentile) {
            return intervals.stream()
                            .map(Interval::times)
                            .reduce(Histogram.EMPTY, Histogram::merge)
                            .percentile(percentile)
                    / 1e6;
        }

        private static Bin of(List<Interval> intervals) {
            return new Bin(
                    intervals.stream().mapToDouble(Interval::load).average().orElse(0),
                    intervals.stream().mapToLong(Interval::fromNanos).min().orElse(0),
                    intervals.stream().mapToLong(Interval::toNanos).max().orElse(0),
                    intervals);
        }
    }

    /** Of a run whose load grows; empty where it does not. */
    static Optional<Ramp> of(Evidence evidence) {
        var rising = rising(evidence.intervals());
        double most = rising.stream().mapToDouble(Interval::load).max().orElse(0);
        double least =
                rising.stream().mapToDouble(Interval::load).filter(it -> it > 0).min().orElse(most);
        if (most < RANGE_MIN * least) {
            return Optional.empty();
        }
        var groups = new ArrayList<List<Interval>>();
        for (int i = 0; i < BINS; i++) {
            groups.add(new ArrayList<>());
        }
        for (var each : rising) {
            double place = BINS * (each.load() - least) / (most - least);
            if (place >= 0) {
                groups.get(Math.min(BINS - 1, (int) place)).add(each);
            }
        }
        var bins =
                groups.stream()
                        .filter(it -> it.size() >= INTERVALS_MIN)
                        .map(Bin::of)
                        .filter(it -> it.requests() >= REQUESTS_MIN)
                        .toList();
        boolean enough =
                bins.size() >= BINS_MIN
                        && bins.getLast().load() >= RANGE_MIN * bins.getFirst().load();
        return enough ? Optional.of(new Ramp(bins)) : Optional.empty();
    }

    /** Up to the end of the highest load: what comes after that is recovery. */
    private static List<Interval> rising(List<Interval> intervals) {
        double most = intervals.stream().mapToDouble(Interval::load).max().orElse(0);
        int end = intervals.size();
        while (end > 0 && intervals.get(end - 1).load() < 0.95 * most) {
            end--;
        }
        return intervals.subList(0, end);
    }

    /**
     * The first bin of those in which something happens more often than in those before: where the
     * difference is clearest, of all places after which it lasts. Empty where it may be chance.
     */
    OptionalInt onset(ToLongFunction<Bin> happened, ToLongFunction<Bin> all, Predicate<Bin> lasts) {
        int best = -1;
        double clearest = Rates.SIGNIFICANT;
        for (int i = 1; i < bins.size(); i++) {
            var before = bins.subList(0, i);
            var after = bins.subList(i, bins.size());
            double excess =
                    Rates.excess(
                            sum(before, happened),
                            sum(before, all),
                            sum(after, happened),
                            sum(after, all));
            if (excess >= clearest && after.stream().allMatch(lasts)) {
                clearest = excess;
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    static long sum(List<Bin> bins, ToLongFunction<Bin> count) {
        return bins.stream().mapToLong(count).sum();
    }

    Bin first() {
        return bins.getFirst();
    }

    Bin last() {
        return bins.getLast();
    }

    /** From where a bin begins to where the ramp ends. */
    Finding.Proof proof(String metric, int bin) {
        long from =
                bins.subList(bin, bins.size()).stream().mapToLong(Bin::fromNanos).min().orElse(0);
        long to = bins.stream().mapToLong(Bin::toNanos).max().orElse(0);
        return new Finding.Proof(metric, from, to);
    }
}
