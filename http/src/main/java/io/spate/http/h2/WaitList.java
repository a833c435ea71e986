package io.spate.http.h2;

import io.spate.metrics.Ticker;
import io.spate.net.EventLoop;
import io.spate.net.failure.NetException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Virtual users of one loop that wait, the first to come first. Deadlines cost nothing per wait:
 * one timer stands at the earliest deadline seen since it last went off, and looks then who is over
 * due.
 */
public final class WaitList {
    private final Timers timers;
    private final Ticker ticker;
    private @Nullable Waiter first;
    private @Nullable Waiter last;
    private long watchdogDueNanos = Long.MAX_VALUE;
    private EventLoop.@Nullable Timer watchdog;

    /** Nobody yet. */
    public WaitList(Timers timers, Ticker ticker) {
        this.timers = timers;
        this.ticker = ticker;
    }

    /**
     * Parks the calling thread until it is woken.
     *
     * @throws NetException by kind TIMEOUT at the deadline, INTERRUPTED where it is interrupted
     */
    public void await(Waiter waiter, long deadlineNanos) throws NetException {
        waiter.thread = Thread.currentThread();
        waiter.deadlineNanos = deadlineNanos;
        waiter.woken = false;
        waiter.timedOut = false;
        append(waiter);
        if (deadlineNanos < watchdogDueNanos) {
            watch(deadlineNanos);
        }
        while (!waiter.woken) {
            if (Thread.currentThread().isInterrupted()) {
                remove(waiter);
                throw new NetException(NetException.Kind.INTERRUPTED, "interrupted");
            }
            LockSupport.park(this);
        }
        if (waiter.timedOut) {
            throw new NetException(NetException.Kind.TIMEOUT, "timed out waiting for a response");
        }
    }

    /** Whether nobody waits. */
    public boolean isEmpty() {
        return first == null;
    }

    /** Wakes one, where it waits in this list. */
    public void wake(Waiter waiter) {
        if (equals(waiter.list)) {
            remove(waiter);
            waiter.woken = true;
            LockSupport.unpark(waiter.thread);
        }
    }

    /** Wakes the first, where there is one. */
    public void wakeFirst() {
        if (first != null) {
            wake(first);
        }
    }

    /** Wakes everybody. */
    public void wakeAll() {
        while (first != null) {
            wake(first);
        }
        if (watchdog != null) {
            watchdog.cancel();
            watchdog = null;
            watchdogDueNanos = Long.MAX_VALUE;
        }
    }

    private void watch(long dueNanos) {
        if (watchdog != null) {
            watchdog.cancel();
        }
        watchdogDueNanos = dueNanos;
        watchdog = timers.schedule(dueNanos, this::lookForDeadlines);
    }

    private void lookForDeadlines() {
        watchdog = null;
        watchdogDueNanos = Long.MAX_VALUE;
        long now = ticker.nanoTime();
        long earliest = Long.MAX_VALUE;
        Waiter waiter = first;
        while (waiter != null) {
            Waiter following = waiter.next;
            if (waiter.deadlineNanos <= now) {
                waiter.timedOut = true;
                wake(waiter);
            } else {
                earliest = Math.min(earliest, waiter.deadlineNanos);
            }
            waiter = following;
        }
        if (earliest < Long.MAX_VALUE) {
            watch(earliest);
        }
    }

    private void append(Waiter waiter) {
        waiter.list = this;
        waiter.next = null;
        waiter.previous = last;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
    }

    private void remove(Waiter waiter) {
        Waiter before = waiter.previous;
        Waiter after = waiter.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        waiter.list = null;
        waiter.previous = null;
        waiter.next = null;
    }
}
