package io.spate.engine.pacing;

import io.spate.plan.RateStage;
import java.util.ArrayList;
import java.util.List;

/**
 * The rate at which the iterations of an open workload start: straight lines, one after another.
 *
 * <p>The iteration at a place {@code p} (the n-th of evenly spaced ones is at {@code n}, from 0) is
 * due when the integral of the rate passes {@code p}. So the number due before an instant is the
 * integral until then, rounded up, whatever the lines; an iteration due at the very end is not part
 * of the workload. Integral and inverse are exact to the nanosecond for runs of days.
 */
public final class RateCurve implements Curve {
    private final List<Line> lines;

    private RateCurve(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** One rate per second for a time. */
    public static RateCurve constant(double rate, long lengthNanos) {
        return new Builder(0, 0).line(lengthNanos, rate, rate).build();
    }

    /** A rate that follows stages; one without length jumps. */
    public static RateCurve ramp(double startRate, List<RateStage> stages) {
        var builder = new Builder(0, 0);
        double from = startRate;
        for (var stage : stages) {
            builder.line(stage.duration().toNanos(), from, stage.target());
            from = stage.target();
        }
        return builder.build();
    }

    /**
     * The rate per second at an instant; that of the later line where two meet, 0 after the last.
     */
    public double rateAt(long nanos) {
        return lines.stream()
                .filter(it -> nanos >= it.fromNanos && nanos < it.endNanos())
                .mapToDouble(it -> it.rateAt(nanos))
                .findFirst()
                .orElse(0);
    }

    /** The integral of the rate from the workload's start to an instant. */
    public double countAt(long nanos) {
        double count = lines.isEmpty() ? 0 : lines.getFirst().begin;
        for (var line : lines) {
            count = nanos < line.endNanos() ? line.countAt(nanos) : line.end;
            if (nanos < line.endNanos()) {
                break;
            }
        }
        return count;
    }

    /**
     * When the iteration at a place is due, since the workload's start; {@link #NEVER} where the
     * workload does not get there.
     */
    public long nanosAt(double place) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).end > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low == lines.size()) {
            return NEVER;
        }
        var nanos = lines.get(low).nanosAt(place);
        return nanos < lines.getLast().endNanos() ? nanos : NEVER;
    }

    /**
     * What follows this curve from an instant on where another one takes its place.
     *
     * @param next the curve whose rates hold from then on
     * @param added per second, on top of these rates, which never fall below 0
     */
    public RateCurve changed(long atNanos, RateCurve next, double added) {
        var builder = new Builder(atNanos, countAt(atNanos));
        for (var line : next.lines) {
            var end = line.endNanos();
            if (end > atNanos) {
                var from = Math.max(atNanos, line.fromNanos);
                builder.lineAboveZero(end - from, line.rateAt(from) + added, line.toRate + added);
            }
        }
        return builder.build();
    }

    /**
     * One straight line.
     *
     * @param begin the integral where it begins
     * @param end the integral where it ends
     */
    private record Line(
            long fromNanos,
            long lengthNanos,
            double fromRate,
            double toRate,
            double begin,
            double end) {

        long endNanos() {
            return fromNanos + lengthNanos;
        }

        double rateAt(long nanos) {
            return fromRate + (toRate - fromRate) * ((nanos - fromNanos) / (double) lengthNanos);
        }

        double countAt(long nanos) {
            if (nanos <= fromNanos) {
                return begin;
            }
            var seconds = (nanos - fromNanos) / 1e9;
            return Math.min(end, begin + seconds * (fromRate + rateAt(nanos)) / 2);
        }

        /**
         * The root of a quadratic equation, in the form that subtracts no neighbours; a falling
         * line is solved from its end, where what is left is small.
         */
        long nanosAt(double place) {
            if (toRate == fromRate) {
                return within(Math.round((place - begin) * 1e9 / fromRate));
            }
            var slope = Math.abs(toRate - fromRate) / lengthNanos * 1e9;
            return toRate > fromRate
                    ? within(nanosFrom(fromRate, slope, place - begin))
                    : within(lengthNanos - nanosFrom(toRate, slope, end - place));
        }

        /** How long a rate that rises from the given one takes for a count. */
        private static long nanosFrom(double rate, double slope, double count) {
            if (count <= 0) {
                return 0;
            }
            return Math.round(2e9 * count / (rate + Math.sqrt(rate * rate + 2 * slope * count)));
        }

        private long within(long nanos) {
            return fromNanos + Math.clamp(nanos, 0, lengthNanos);
        }
    }

    /** Lays lines one after another. */
    private static final class Builder {
        private static final double ROUNDING = 1e-14;

        private final List<Line> lines = new ArrayList<>();
        private long nanos;
        private double count;

        Builder(long nanos, double count) {
            this.nanos = nanos;
            this.count = count;
        }

        Builder line(long length, double from, double to) {
            if (length > 0) {
                var end = rounded(count + length / 1e9 * (from + to) / 2);
                lines.add(new Line(nanos, length, from, to, count, end));
                nanos += length;
                count = end;
            }
            return this;
        }

        /** A line that lies at zero where it would lie below. */
        void lineAboveZero(long length, double from, double to) {
            if (from >= 0 && to >= 0) {
                line(length, from, to);
            } else if (from <= 0 && to <= 0) {
                line(length, 0, 0);
            } else {
                var first = Math.round(length * (from / (from - to)));
                line(first, Math.max(0, from), 0);
                line(length - first, 0, Math.max(0, to));
            }
        }

        /** Whole where it is but for rounding: else an iteration could slip behind a pause. */
        private static double rounded(double count) {
            var whole = Math.rint(count);
            return Math.abs(count - whole) <= ROUNDING * Math.max(1, whole) ? whole : count;
        }

        RateCurve build() {
            return new RateCurve(lines);
        }
    }
}
