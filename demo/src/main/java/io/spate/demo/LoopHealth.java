package io.spate.demo;

import io.netty.util.concurrent.Ticker;

/** How the event loop is doing: open connections, and how late its timers ring. */
final class LoopHealth {
    /** Time between two probes. */
    static final long PROBE_NANOS = 500_000_000;

    private final Ticker ticker;
    private long dueNanos;
    private double lagSeconds;
    private int connections;

    LoopHealth(Ticker ticker) {
        this.ticker = ticker;
        this.dueNanos = ticker.nanoTime() + PROBE_NANOS;
    }

    /** To be called by a timer every {@link #PROBE_NANOS}. */
    void probe() {
        long now = ticker.nanoTime();
        lagSeconds = Math.max(0, now - dueNanos) / 1e9;
        dueNanos = now + PROBE_NANOS;
    }

    void connected() {
        connections++;
    }

    void disconnected() {
        connections--;
    }

    int connections() {
        return connections;
    }

    /** Lateness of the last probe. */
    double lagSeconds() {
        return lagSeconds;
    }
}
