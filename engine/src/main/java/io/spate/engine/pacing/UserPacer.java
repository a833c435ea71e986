package io.spate.engine.pacing;

/**
 * How many users of a closed workload one worker has at an instant. Without a clock: the caller
 * says what time it is. Belongs to one thread.
 */
public final class UserPacer {
    private final Courses courses;
    private final Segment segment;

    /** The share that a segment has of a workload with a {@link VuCurve}. */
    public UserPacer(Courses courses, Segment segment) {
        this.courses = courses;
        this.segment = segment;
    }

    /** The number of users at an instant. Takes up the courses that hold by then. */
    public long usersAt(long nowNanos) {
        advance(nowNanos);
        var course = courses.current();
        var workload = course.workloadAt(nowNanos);
        return workload < 0 ? 0 : segment.share(curve(course).vusAt(workload));
    }

    /** Takes up the courses that hold by an instant, and gives the last of them. */
    public Course advance(long nowNanos) {
        while (courses.advance(nowNanos)) {
            // Users have no past: only the last one counts.
        }
        return courses.current();
    }

    /** When to ask again after an instant: where the number changes next. */
    public long nextNanos(long nowNanos) {
        var course = courses.current();
        var workload = course.workloadAt(nowNanos);
        var change = workload < 0 ? 0 : curve(course).nextChangeNanos(workload);
        return Math.min(course.realAt(change), courses.nextNanos());
    }

    private static VuCurve curve(Course course) {
        return switch (course.curve()) {
            case VuCurve users -> users;
            case RateCurve _ -> throw new IllegalArgumentException("a closed workload has users");
        };
    }
}
