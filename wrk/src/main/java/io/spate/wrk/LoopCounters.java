package io.spate.wrk;

import io.spate.wrk.stats.Counter;
import java.time.Duration;

/** What the threads on one event loop measure together. Belongs to the loop's thread. */
final class LoopCounters {
    /** wrk leaves out greater rates of a thread. */
    private static final long RATE_MAX = 10_000_000;

    /** wrk2 measures latencies up to a day. */
    private static final Duration WRK2_LATENCY_MAX = Duration.ofDays(1);

    final Counter latency;
    final Counter uncorrected;
    final Counter rates = new Counter(RATE_MAX + 1);

    LoopCounters(WrkOptions options) {
        Duration max = options.rate().isPresent() ? WRK2_LATENCY_MAX : options.timeout();
        long limitMicros = max.toNanos() / 1000 + 1;
        latency = new Counter(limitMicros);
        uncorrected = new Counter(limitMicros);
    }

    void add(LoopCounters other) {
        latency.add(other.latency);
        uncorrected.add(other.uncorrected);
        rates.add(other.rates);
    }
}
