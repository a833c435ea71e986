package io.spate.engine.pacing;

/**
 * All that a scenario follows from an instant on, the same on each worker. A pause or a change by
 * hand makes another course, which holds from an instant shortly ahead, so that all workers take it
 * up at the same time. Immutable.
 *
 * @param fromNanos from when it holds, in real time
 * @param clock the run's time
 * @param startNanos when the workload begins, in the run's time
 * @param lengthNanos how long it lasts
 * @param curve how much load, over the workload's time
 * @param usersMax virtual users at most, in an open workload
 */
public record Course(
        long fromNanos,
        Timetable clock,
        long startNanos,
        long lengthNanos,
        Curve curve,
        int usersMax) {

    /** The workload's time at a real instant; negative before its start. */
    public long workloadAt(long nanos) {
        return clock.runAt(nanos) - startNanos;
    }

    /** The real instant of a workload's time, or {@link Curve#NEVER}. */
    public long realAt(long workloadNanos) {
        // A length of centuries leaves the range of a long.
        return workloadNanos >= Curve.NEVER - Math.max(0, startNanos)
                ? Curve.NEVER
                : clock.realAt(startNanos + workloadNanos);
    }

    /** The real instant of the workload's end, or {@link Curve#NEVER}. */
    public long endNanos() {
        return realAt(lengthNanos);
    }

    /** The same from an instant on, by another clock. */
    public Course with(long nanos, Timetable other) {
        return new Course(nanos, other, startNanos, lengthNanos, curve, usersMax);
    }

    /** The same from an instant on, with another load. */
    public Course with(long nanos, Curve other, int otherUsersMax) {
        return new Course(nanos, clock, startNanos, lengthNanos, other, otherUsersMax);
    }

    /** The same until an instant, at which the workload ends. */
    public Course ending(long nanos) {
        return new Course(nanos, clock, startNanos, workloadAt(nanos), curve, usersMax);
    }
}
