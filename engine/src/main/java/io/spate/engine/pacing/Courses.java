package io.spate.engine.pacing;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The courses of a scenario, one after another, as one worker takes them up. Belongs to one thread.
 * What is to come is short: one for each change within the time by which changes are told ahead.
 */
public final class Courses {
    private final Deque<Course> coming = new ArrayDeque<>();
    private Course current;
    private long nextNanos = Curve.NEVER;

    /** Begins with a course, whenever it holds from. */
    public Courses(Course first) {
        this.current = first;
    }

    /** One more, which holds from the same instant as the last one or later. */
    public void add(Course course) {
        coming.addLast(course);
        nextNanos = coming.getFirst().fromNanos();
    }

    /** Takes up the next one where it holds by an instant. Whether it does. */
    public boolean advance(long nanos) {
        if (nanos < nextNanos) {
            return false;
        }
        current = coming.removeFirst();
        nextNanos = coming.isEmpty() ? Curve.NEVER : coming.getFirst().fromNanos();
        return true;
    }

    /** The one that was taken up last. */
    public Course current() {
        return current;
    }

    /** From when the next one holds, or {@link Curve#NEVER}. */
    public long nextNanos() {
        return nextNanos;
    }
}
