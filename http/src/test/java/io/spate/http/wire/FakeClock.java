package io.spate.http.wire;

import io.spate.metrics.Ticker;

/** A clock that stands still until it is moved on. */
public final class FakeClock implements Ticker {
    private long nowNanos = 1_000_000_000;
    private long sendNanos;

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    public long advance(long nanos) {
        nowNanos += nanos;
        return nowNanos;
    }

    /** How long a queued request takes to leave. */
    public long sendNanos() {
        return sendNanos;
    }

    public void sendNanos(long nanos) {
        sendNanos = nanos;
    }
}
