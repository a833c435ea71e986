package io.spate.k6;

import io.spate.net.EventLoop;

/**
 * Whether a loop has its turns: it is given something to do four times a second, and should have
 * done it soon. Belongs to the thread that feels it, but for the answer.
 */
final class Pulse {
    static final int HELD_SECONDS = 1;

    private static final long SECOND = 1_000_000_000;
    private static final long ASKED_NANOS = 250_000_000;

    private volatile boolean answered = true;
    private long askedNanos = Long.MIN_VALUE;
    private boolean told;

    /** Whether the loop has not answered for long; once for each time that it is held. */
    boolean isMissing(EventLoop loop, long nowNanos) {
        if (answered) {
            if (askedNanos == Long.MIN_VALUE || nowNanos - askedNanos >= ASKED_NANOS) {
                answered = false;
                told = false;
                askedNanos = nowNanos;
                loop.execute(() -> answered = true);
            }
            return false;
        }
        if (told || nowNanos - askedNanos < HELD_SECONDS * SECOND) {
            return false;
        }
        told = true;
        return true;
    }
}
