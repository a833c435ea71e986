package io.spate.engine.pacing;

import io.spate.plan.Spacing;

/**
 * The iterations of an open workload that one worker starts: tells them one after another, each at
 * the instant at which it is due. Without a clock: the caller says what time it is, and however
 * late it asks, which iterations are due and when stays the same. Belongs to one thread.
 */
public final class ArrivalPacer {
    private final Courses courses;
    private final Segment segment;
    private final Arrivals arrivals;
    private long taken;
    private double place;
    private long dueNanos;

    /** The share that a segment has of a workload with a {@link RateCurve}. */
    public ArrivalPacer(Courses courses, Segment segment, Spacing spacing, long seed) {
        this.courses = courses;
        this.segment = segment;
        this.arrivals = Arrivals.of(spacing, seed);
        this.place = arrivals.skip(segment.global(0) + 1);
        compute();
    }

    /**
     * Whether an iteration is due by an instant; {@link #key} and {@link #dueNanos} then tell of
     * it. Takes up the courses that hold by then.
     */
    public boolean isDue(long nowNanos) {
        // What is due before a change is due whatever the change, also where this comes late.
        while (dueNanos > nowNanos || dueNanos >= courses.nextNanos()) {
            if (!courses.advance(nowNanos)) {
                return false;
            }
            compute();
        }
        return true;
    }

    /** The number of the next iteration in the order in which all workers' are due, from 0. */
    public long key() {
        return segment.global(taken);
    }

    /** When the next iteration is due, in real time, or {@link Curve#NEVER}. */
    public long dueNanos() {
        return dueNanos;
    }

    /** Goes on to the iteration after the next. */
    public void take() {
        long before = segment.global(taken);
        taken++;
        place = arrivals.skip(segment.global(taken) - before);
        compute();
    }

    /** When to ask again: at the next due time or the next change. */
    public long nextNanos() {
        return Math.min(dueNanos, courses.nextNanos());
    }

    private void compute() {
        var course = courses.current();
        var workload = curve(course).nanosAt(place);
        dueNanos = workload < course.lengthNanos() ? course.realAt(workload) : Curve.NEVER;
    }

    private static RateCurve curve(Course course) {
        return switch (course.curve()) {
            case RateCurve rates -> rates;
            case VuCurve _ -> throw new IllegalArgumentException("an open workload has rates");
        };
    }
}
