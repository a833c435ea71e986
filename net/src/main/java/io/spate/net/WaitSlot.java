package io.spate.net;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where a user of a connection waits: one thread at a time, for one thing.
 *
 * <pre>
 * waiting for   ends with
 * CONNECT       WRITABLE, and the socket says how the attempt went
 * BYTES         READABLE, and something was received
 * ROOM          what was queued has left, but for half of the limit
 * any           deadline, interrupt, close
 * </pre>
 *
 * <p>All methods but {@link #answer} and {@link #await} are called on the loop. Deadlines cost
 * nothing per wait: one timer stands at the earliest deadline seen since it last went off, and
 * looks then whether a wait is over due.
 */
final class WaitSlot {
    /** Outcomes of a wait; others are its maker's, and above. */
    static final int TIMED_OUT = -10;

    static final int INTERRUPTED = -11;
    static final int CLOSED_HERE = -12;

    private static final int PENDING = Integer.MIN_VALUE;

    private final EventLoop loop;
    private Reason reason = Reason.NOTHING;
    private @Nullable Thread thread;
    private volatile int outcome;
    private long deadlineNanos;
    private long watchdogDueNanos = Long.MAX_VALUE;
    private EventLoop.@Nullable Timer watchdog;

    /** What a thread waits for. */
    enum Reason {
        NOTHING,
        CONNECT,
        BYTES,
        ROOM
    }

    WaitSlot(EventLoop loop) {
        this.loop = loop;
    }

    boolean isFor(Reason asked) {
        return reason == asked;
    }

    /** Gives an outcome without a wait. */
    void answer(int result) {
        outcome = result;
    }

    /** Starts a wait of the given thread, which goes on to {@link #await}. */
    void start(Reason what, Thread waiting, long giveUpNanos) {
        reason = what;
        thread = waiting;
        deadlineNanos = giveUpNanos;
        outcome = PENDING;
        if (giveUpNanos < watchdogDueNanos) {
            watch(giveUpNanos);
        }
    }

    private void watch(long dueNanos) {
        if (watchdog != null) {
            watchdog.cancel();
        }
        watchdogDueNanos = dueNanos;
        watchdog = loop.schedule(dueNanos, this::lookForDeadline);
    }

    private void lookForDeadline() {
        watchdogDueNanos = Long.MAX_VALUE;
        watchdog = null;
        if (reason == Reason.NOTHING || deadlineNanos == Long.MAX_VALUE) {
            return;
        }
        if (deadlineNanos <= System.nanoTime()) {
            end(TIMED_OUT);
        } else {
            watch(deadlineNanos);
        }
    }

    /** Ends the wait, where there is one. */
    void end(int result) {
        if (reason != Reason.NOTHING) {
            Thread waiting = thread;
            reason = Reason.NOTHING;
            thread = null;
            outcome = result;
            LockSupport.unpark(waiting);
        }
    }

    /** Ends the wait for good. */
    void close() {
        if (watchdog != null) {
            watchdog.cancel();
            watchdog = null;
        }
        end(CLOSED_HERE);
    }

    /** Parks the calling thread until its wait has ended, however it does; what came of it. */
    int await() {
        while (true) {
            int result = outcome;
            if (result != PENDING) {
                return result;
            }
            if (Thread.currentThread().isInterrupted()) {
                loop.call(() -> end(INTERRUPTED));
            } else {
                LockSupport.park();
            }
        }
    }
}
