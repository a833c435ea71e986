package io.spate.net;

/** Nanoseconds for calls that wait in milliseconds. */
final class Timeouts {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Timeouts() {}

    /** Rounded up, so that nothing wakes early to spin; negative stays without limit. */
    static int toMillis(long nanos) {
        if (nanos < 0) {
            return -1;
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(nanos, NANOS_PER_MILLI));
    }
}
