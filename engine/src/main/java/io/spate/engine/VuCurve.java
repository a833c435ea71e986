package io.spate.engine;

import io.spate.plan.Stage;
import java.util.List;

/**
 * How many virtual users a closed workload has at an instant: pure arithmetic, without a clock.
 *
 * <p>On a line of {@code n} changes over {@code length}, the i-th change comes at {@code i * length
 * / n}, so that the target is reached exactly at the line's end.
 *
 * @param startVus how many there are before the first stage
 * @param stages straight lines from one number to the next
 */
record VuCurve(int startVus, List<Stage> stages) {
    /** What {@link #nextChangeNanos} gives where nothing changes any more. */
    static final long NEVER = Long.MAX_VALUE;

    VuCurve {
        stages = List.copyOf(stages);
    }

    /**
     * The number of users at an instant since the workload's start; at its end, the last target.
     */
    int vusAt(long nanos) {
        long begin = 0;
        int from = startVus;
        for (var stage : stages) {
            var line = new Line(from, stage.target(), stage.duration().toNanos());
            if (nanos < begin + line.length) {
                return line.vusAfter(line.changesUntil(nanos - begin));
            }
            begin += line.length;
            from = line.to;
        }
        return from;
    }

    /** The first instant after the given one at which the number of users changes. */
    long nextChangeNanos(long nanos) {
        var now = vusAt(nanos);
        long begin = 0;
        int from = startVus;
        for (var stage : stages) {
            var line = new Line(from, stage.target(), stage.duration().toNanos());
            var end = begin + line.length;
            if (begin > nanos && from != now) {
                return begin;
            }
            if (nanos < end) {
                var changes = nanos < begin ? 0 : line.changesUntil(nanos - begin);
                if (changes < line.count()) {
                    return begin + line.changeNanos(changes + 1);
                }
            }
            begin = end;
            from = line.to;
        }
        return begin > nanos && from != now ? begin : NEVER;
    }

    private record Line(int from, int to, long length) {
        int count() {
            return Math.abs(to - from);
        }

        /** When the i-th change comes; written so that no product leaves a long. */
        long changeNanos(int i) {
            var n = count();
            return i * (length / n) + i * (length % n) / n;
        }

        int changesUntil(long nanos) {
            var n = count();
            if (n == 0) {
                return 0;
            }
            var i = (int) Math.min(n, (double) nanos * n / length);
            while (i < n && changeNanos(i + 1) <= nanos) {
                i++;
            }
            while (i > 0 && changeNanos(i) > nanos) {
                i--;
            }
            return i;
        }

        int vusAfter(int changes) {
            return to > from ? from + changes : from - changes;
        }
    }
}
