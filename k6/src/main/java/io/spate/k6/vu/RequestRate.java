package io.spate.k6.vu;

import io.spate.metrics.Ticker;
import io.spate.net.EventLoop;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A limit of the requests that all users make in a second, evenly spaced: each takes the next free
 * place and waits for it. For any thread.
 */
public final class RequestRate {
    private static final long SECOND_NANOS = 1_000_000_000;

    private final long intervalNanos;
    private final Ticker ticker;
    private final AtomicLong next;

    RequestRate(int perSecond, Ticker ticker) {
        this.intervalNanos = perSecond == 0 ? 0 : SECOND_NANOS / perSecond;
        this.ticker = ticker;
        this.next = new AtomicLong(ticker.nanoTime());
    }

    /** Waits for a place. */
    public void await(EventLoop loop) throws InterruptedException {
        if (intervalNanos == 0) {
            return;
        }
        long now = ticker.nanoTime();
        long free = next.getAndUpdate(it -> Math.max(it, now) + intervalNanos);
        if (free > now) {
            loop.sleepUntil(free);
        }
    }
}
