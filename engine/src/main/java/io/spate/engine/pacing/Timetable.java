package io.spate.engine.pacing;

/**
 * How the run's own time, which stands still in pauses, lies in real time, from its last pause or
 * resumption on. Immutable.
 *
 * @param sinceNanos real time of the last change, on the clock of {@link System#nanoTime}
 * @param runNanos the run's time at that instant
 * @param running whether the run's time goes on
 */
public record Timetable(long sinceNanos, long runNanos, boolean running) {

    /** One whose time is 0 at an instant, and goes on. */
    public static Timetable from(long nanos) {
        return new Timetable(nanos, 0, true);
    }

    /** The run's time at a real instant. */
    public long runAt(long nanos) {
        return running ? runNanos + (nanos - sinceNanos) : runNanos;
    }

    /**
     * The real instant of a run's time; {@link Curve#NEVER} where it does not come, at least not
     * before the next change.
     */
    public long realAt(long atRunNanos) {
        if (atRunNanos == Curve.NEVER || (!running && atRunNanos >= runNanos)) {
            return Curve.NEVER;
        }
        return sinceNanos + (atRunNanos - runNanos);
    }

    /** This one until an instant, from which on the run's time stands still. */
    public Timetable paused(long nanos) {
        return new Timetable(nanos, runAt(nanos), false);
    }

    /** This one until an instant, from which on the run's time goes on. */
    public Timetable resumed(long nanos) {
        return new Timetable(nanos, runAt(nanos), true);
    }
}
