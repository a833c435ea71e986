package io.spate.demo;

import io.netty.util.concurrent.Ticker;

/** How the event loop is doing: open connections, and how late its timers ring. */
final class LoopHealth {
    private static final long PROBE_NANOS = 500_000_000;

    private final Ticker ticker;
    private final Station.Timer timer;
    private long dueNanos;
    private double lagSeconds;
    private int connections;

    LoopHealth(Ticker ticker, Station.Timer timer) {
        this.ticker = ticker;
        this.timer = timer;
    }

    /** Measures the lag from now on, twice a second. */
    void watch() {
        dueNanos = ticker.nanoTime() + PROBE_NANOS;
        timer.after(PROBE_NANOS, this::probe);
    }

    private void probe() {
        lagSeconds = Math.max(0, ticker.nanoTime() - dueNanos) / 1e9;
        watch();
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
