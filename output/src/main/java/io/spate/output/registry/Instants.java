package io.spate.output.registry;

import java.util.Arrays;

/**
 * Gives each value an instant of its own, a few nanoseconds from its true one. Databases of time
 * series know a point by its series and its time: of two at the same nanosecond, which two event
 * loops make several times in a second, one would be lost. Belongs to one thread.
 */
final class Instants {
    private static final int LANES_LEAST = 4;

    private long[] last = new long[LANES_LEAST];

    /**
     * The instant of the next value of a lane: later than the last of the lane, and unlike that of
     * any other lane.
     */
    long next(int lane, long nanos) {
        if (lane >= last.length) {
            last = Arrays.copyOf(last, Math.max(2 * last.length, Integer.highestOneBit(lane) * 2));
        }
        int step = last.length;
        long own = nanos - Math.floorMod(nanos, (long) step) + lane;
        if (own <= last[lane]) {
            own = last[lane] - Math.floorMod(last[lane], (long) step) + step + lane;
        }
        last[lane] = own;
        return own;
    }
}
