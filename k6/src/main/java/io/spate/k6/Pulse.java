package io.spate.k6;

import io.spate.net.EventLoop;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether one user's code holds a loop: the loop is given something to do four times a second, and
 * should have done it soon, or should have begun or ended iterations meanwhile. Belongs to the
 * thread that feels it, but for the answer and {@link #moved}.
 */
final class Pulse {
    private static final long HELD_NANOS = 1_000_000_000;
    private static final long PERIOD_NANOS = 250_000_000;

    private final AtomicLong moves = new AtomicLong();
    private volatile boolean answered = true;
    private long askedNanos = Long.MIN_VALUE;
    private long movesBefore;
    private boolean told;

    /** Says that an iteration begins or ends on the loop, on its thread. */
    void moved() {
        moves.lazySet(moves.getPlain() + 1);
    }

    /** Whether nothing on the loop has moved for long; once for each time that it is held. */
    boolean isMissing(EventLoop loop, long nowNanos) {
        if (answered) {
            if (askedNanos == Long.MIN_VALUE || nowNanos - askedNanos >= PERIOD_NANOS) {
                answered = false;
                told = false;
                begin(nowNanos);
                loop.execute(() -> answered = true);
            }
            return false;
        }
        if (moves.get() != movesBefore) {
            // It is busy with many, and not held by one.
            begin(nowNanos);
            return false;
        }
        if (told || nowNanos - askedNanos < HELD_NANOS) {
            return false;
        }
        told = true;
        return true;
    }

    private void begin(long nowNanos) {
        askedNanos = nowNanos;
        movesBefore = moves.get();
    }
}
