package io.spate.http;

import io.spate.metrics.Ticker;

/** A clock that stands still until it is moved on. */
final class FakeClock implements Ticker {
    private long nowNanos = 1_000_000_000;
    private long sendNanos;

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    long advance(long nanos) {
        nowNanos += nanos;
        return nowNanos;
    }

    /** How long a queued request takes to leave. */
    long sendNanos() {
        return sendNanos;
    }

    void sendNanos(long nanos) {
        sendNanos = nanos;
    }
}
