package io.spate.metrics;

import java.time.Instant;

/** The clock. Nothing else in Spate reads the time, so that tests run in virtual time. */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since an arbitrary instant; never goes back. */
    long nanoTime();

    /** The time of day, for people to read; nothing is measured by it. */
    default Instant instant() {
        return Instant.now();
    }

    /** The machine's monotonic clock. */
    static Ticker system() {
        return System::nanoTime;
    }
}
