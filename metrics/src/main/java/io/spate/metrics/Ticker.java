package io.spate.metrics;

/** The clock. Nothing else in Spate reads the time, so that tests run in virtual time. */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since an arbitrary instant; never goes back. */
    long nanoTime();

    /** The machine's monotonic clock. */
    static Ticker system() {
        return System::nanoTime;
    }
}
