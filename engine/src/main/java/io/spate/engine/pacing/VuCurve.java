package io.spate.engine.pacing;

import io.spate.plan.Stage;
import java.util.List;

/** How many virtual users a closed workload has at an instant. */
public sealed interface VuCurve extends Curve {

    /** The number of users at an instant since the workload's start. */
    int vusAt(long nanos);

    /** The first instant after the given one at which the number changes, or {@link #NEVER}. */
    long nextChangeNanos(long nanos);

    /** The same number all the time. */
    record Constant(int vus) implements VuCurve {
        @Override
        public int vusAt(long nanos) {
            return vus;
        }

        @Override
        public long nextChangeNanos(long nanos) {
            return NEVER;
        }
    }

    /**
     * So many more every so often.
     *
     * @param startVus how many there are in the first step
     * @param addedVus how many come with each further step; at least 1
     * @param everyNanos how long a step lasts; above 0
     * @param maxVus where it ends to grow
     */
    record Steps(int startVus, int addedVus, long everyNanos, int maxVus) implements VuCurve {
        @Override
        public int vusAt(long nanos) {
            var steps = nanos / everyNanos;
            return (int) Math.min(maxVus, startVus + (double) addedVus * steps);
        }

        @Override
        public long nextChangeNanos(long nanos) {
            var next = nanos / everyNanos + 1;
            return vusAt(nanos) == maxVus || next > NEVER / everyNanos ? NEVER : next * everyNanos;
        }
    }

    /**
     * Another curve with more users, or fewer, but never less than none.
     *
     * @param added users added to each number of the base; may be negative
     */
    record Shifted(VuCurve base, int added) implements VuCurve {
        @Override
        public int vusAt(long nanos) {
            return Math.max(0, base.vusAt(nanos) + added);
        }

        @Override
        public long nextChangeNanos(long nanos) {
            var now = vusAt(nanos);
            var next = base.nextChangeNanos(nanos);
            while (next != NEVER && vusAt(next) == now) {
                next = base.nextChangeNanos(next);
            }
            return next;
        }
    }

    /**
     * Straight lines from one number to the next. On a line of {@code n} changes over {@code
     * length}, the i-th change comes at {@code i * length / n}, so that the target is reached
     * exactly at the line's end. After the last line its target stays.
     *
     * @param startVus how many there are before the first stage
     */
    record Ramp(int startVus, List<Stage> stages) implements VuCurve {
        public Ramp {
            stages = List.copyOf(stages);
        }

        @Override
        public int vusAt(long nanos) {
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

        @Override
        public long nextChangeNanos(long nanos) {
            var now = vusAt(nanos);
            var next = nextStepNanos(nanos);
            // Steps that are less than a nanosecond apart may undo one another.
            while (next != NEVER && vusAt(next) == now) {
                next = nextStepNanos(next);
            }
            return next;
        }

        private long nextStepNanos(long nanos) {
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
    }

    /** One straight line of a {@link Ramp}. */
    record Line(int from, int to, long length) {
        private int count() {
            return Math.abs(to - from);
        }

        /** When the i-th change comes; written so that no product leaves a long. */
        private long changeNanos(int i) {
            var n = count();
            return i * (length / n) + i * (length % n) / n;
        }

        private int changesUntil(long nanos) {
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

        private int vusAfter(int changes) {
            return to > from ? from + changes : from - changes;
        }
    }
}
