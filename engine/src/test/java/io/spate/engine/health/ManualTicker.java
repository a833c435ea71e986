package io.spate.engine.health;

import io.spate.metrics.Ticker;

/** A clock that stands still until it is told to go on. */
final class ManualTicker implements Ticker {
    private long nanos = 5_000_000_000L;

    void advanceMillis(long millis) {
        nanos += millis * 1_000_000;
    }

    @Override
    public long nanoTime() {
        return nanos;
    }
}
