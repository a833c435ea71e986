package io.spate.metrics;

/** The series of one run, numbered from 0, with an upper limit. Safe for use by any thread. */
public final class SeriesRegistry {

    /**
     * A registry with a limit. Series over the limit are folded into one series per metric whose
     * {@code name} tag is {@code (other)}, and counted.
     */
    public SeriesRegistry(int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many series were folded because the limit was reached. */
    public long overflowed() {
        throw new UnsupportedOperationException();
    }
}
