package io.spate.analysis.findings;

import io.spate.analysis.findings.Evidence.Interval;
import io.spate.metrics.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Parts of a run. */
final class Stretches {
    private static final double SAME_LOAD = 0.1;

    private Stretches() {}

    /**
     * Intervals put together.
     *
     * @param first the first of them
     * @param last the last of them
     */
    record Stretch(int first, int last) {
        int length() {
            return last - first + 1;
        }

        List<Interval> of(List<Interval> all) {
            return all.subList(first, last + 1);
        }
    }

    /** All that hold something, each as long as it can be, in order. */
    static List<Stretch> where(List<Interval> intervals, Predicate<Interval> holds) {
        var found = new ArrayList<Stretch>();
        int begin = -1;
        for (int i = 0; i <= intervals.size(); i++) {
            boolean in = i < intervals.size() && holds.test(intervals.get(i));
            if (in && begin < 0) {
                begin = i;
            } else if (!in && begin >= 0) {
                found.add(new Stretch(begin, i - 1));
                begin = -1;
            }
        }
        return found;
    }

    /**
     * The longest part with the same load, up to a tenth and the noise of what arrives at random;
     * its first tenth is left out.
     */
    static List<Interval> steady(Evidence evidence) {
        var intervals = evidence.intervals();
        var best = List.<Interval>of();
        int begin = 0;
        while (begin < intervals.size()) {
            double load = reference(intervals, begin);
            int end = begin;
            while (end < intervals.size()
                    && Math.abs(intervals.get(end).load() - load)
                            <= SAME_LOAD * load + evidence.noise(intervals.get(end))) {
                end++;
            }
            if (load > 0 && end - begin > best.size()) {
                best = intervals.subList(begin, end);
            }
            begin = Math.max(begin + 1, end);
        }
        return best.subList(best.size() / 10, best.size());
    }

    /** The load around there: a single interval may be off. */
    private static double reference(List<Interval> intervals, int begin) {
        int end = Math.min(intervals.size(), begin + 5);
        return Medians.of(intervals.subList(begin, end).stream().map(Interval::load).toList());
    }

    /** All their times as one. */
    static Histogram times(List<Interval> intervals) {
        return intervals.stream().map(Interval::times).reduce(Histogram.EMPTY, Histogram::merge);
    }

    /**
     * As few neighbours put together as have enough requests each, and at most so many groups. What
     * is left at the end is left out.
     */
    static List<List<Interval>> groups(List<Interval> intervals, int most, long requests) {
        int width = Math.max(1, Math.ceilDiv(intervals.size(), most));
        var groups = new ArrayList<List<Interval>>();
        int begin = 0;
        long inside = 0;
        for (int i = 0; i < intervals.size(); i++) {
            inside += intervals.get(i).times().count();
            if (i - begin + 1 >= width && inside >= requests) {
                groups.add(intervals.subList(begin, i + 1));
                begin = i + 1;
                inside = 0;
            }
        }
        return groups;
    }
}
