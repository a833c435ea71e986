package io.spate.output.delivery;

import io.spate.metrics.Ticker;
import java.time.Instant;

/**
 * The time of day by a run's own clock: what the machine's clock said when the run began, and how
 * long ago that is. So points keep their distances though the machine's clock jumps.
 *
 * @param offsetNanos from the ticker to the time since 1970 in UTC
 */
public record Clock(long offsetNanos) {
    /** One that is right now. */
    public static Clock now(Ticker ticker) {
        return new Clock(epochNanos(ticker.instant()) - ticker.nanoTime());
    }

    /** An instant in nanoseconds since 1970 in UTC. */
    public static long epochNanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }

    /** The time of day of an instant of the ticker, in nanoseconds since 1970 in UTC. */
    public long epochNanos(long tickerNanos) {
        return offsetNanos + tickerNanos;
    }
}
