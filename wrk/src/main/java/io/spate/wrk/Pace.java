package io.spate.wrk;

/**
 * When one connection of wrk2 is to send: at even distances from its start, whatever became of
 * earlier requests. Where it has fallen behind it makes up for it at twice the rate, but not
 * faster. Pure arithmetic in nanoseconds; belongs to one virtual user.
 */
final class Pace {
    private final long startNanos;
    private final double periodNanos;
    private long done;
    private boolean behind;
    private long behindSinceNanos;
    private long doneBefore;

    /**
     * A pace.
     *
     * @param startNanos when the first request is due
     * @param periodNanos the distance of two requests
     */
    Pace(long startNanos, double periodNanos) {
        this.startNanos = startNanos;
        this.periodNanos = periodNanos;
    }

    /** When the next request is due; its response time is measured from then. */
    long dueNanos() {
        return startNanos + (long) (done * periodNanos);
    }

    /** When to send the next request: when it is due, or as soon as catching up allows it. */
    long sendNanos(long nowNanos) {
        long dueNanos = dueNanos();
        if (dueNanos > nowNanos) {
            behind = false;
            return dueNanos;
        }
        if (!behind) {
            behind = true;
            behindSinceNanos = nowNanos;
            doneBefore = done;
        }
        return behindSinceNanos + (long) ((done - doneBefore) * periodNanos / 2);
    }

    /** Takes note of responses. */
    void completed(int responses) {
        done += responses;
    }
}
