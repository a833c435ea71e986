package io.spate.metrics.keeping;

import java.util.Arrays;

/**
 * The longest of many times, in nanoseconds, a few of them. Asking whether another one belongs to
 * them is one comparison. Belongs to one thread.
 */
public final class SlowestTimes {
    /**
     * By which part of the shortest another one must be longer: so that times that only grow, as in
     * an overload, do not come in one by one. They may come in up to this much out of order.
     */
    private static final int STEPS = 64;

    private static final long NONE = -1;

    private final long[] nanos;
    private int size;
    private long bar = NONE;

    /**
     * None yet.
     *
     * @param max how many there are at most, at least 1
     */
    public SlowestTimes(int max) {
        nanos = new long[max];
    }

    /** What a time must be above to belong to them. */
    public long bar() {
        return bar;
    }

    /**
     * Adds a time above the bar.
     *
     * @return the one that had to go for it; below 0 for none
     */
    long add(long time) {
        if (size < nanos.length) {
            nanos[size++] = time;
            raise();
            return NONE;
        }
        int shortest = shortest();
        long gone = nanos[shortest];
        nanos[shortest] = time;
        raise();
        return gone;
    }

    /** Adds a time above the bar, in place of another one where that is among them. */
    void replace(long gone, long time) {
        for (int i = 0; i < size; i++) {
            if (nanos[i] == gone) {
                nanos[i] = time;
                raise();
                return;
            }
        }
        add(time);
    }

    void clear() {
        size = 0;
        bar = NONE;
    }

    private void raise() {
        if (size == nanos.length) {
            long least = nanos[shortest()];
            bar = least + least / STEPS;
        }
    }

    private int shortest() {
        int shortest = 0;
        for (int i = 1; i < size; i++) {
            shortest = nanos[i] < nanos[shortest] ? i : shortest;
        }
        return shortest;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(nanos, size));
    }
}
