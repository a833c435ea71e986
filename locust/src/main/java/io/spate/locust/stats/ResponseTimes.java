package io.spate.locust.stats;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many requests took how long, in Locust's steps: to a millisecond below 100 ms, to 10 ms below
 * a second, to 100 ms below 10 s, else to a second.
 */
final class ResponseTimes {
    private static final int FINE = 100;
    private static final int MIDDLE = FINE + 90;
    private static final int COARSE = MIDDLE + 90;

    /** The last step holds all that took longer, which is over a day. */
    private static final int STEPS = COARSE + 100_000;

    private long[] counts = new long[MIDDLE];

    void add(double millis) {
        int step = Math.min(step(millis), STEPS - 1);
        if (step >= counts.length) {
            counts = java.util.Arrays.copyOf(counts, Math.min(STEPS, Math.max(2 * step, COARSE)));
        }
        counts[step]++;
    }

    /** Halves go to the even neighbour, as in Python. */
    private static int step(double millis) {
        if (millis < 100) {
            return stepOf((long) Math.rint(Math.max(0, millis)));
        }
        if (millis < 1_000) {
            return stepOf(10 * (long) Math.rint(millis / 10));
        }
        if (millis < 10_000) {
            return stepOf(100 * (long) Math.rint(millis / 100));
        }
        return stepOf(1000 * (long) Math.min(Math.rint(millis / 1000), STEPS));
    }

    private static int stepOf(long millis) {
        if (millis < 100) {
            return (int) millis;
        }
        if (millis < 1_000) {
            return FINE + (int) (millis / 10 - 10);
        }
        return millis < 10_000
                ? MIDDLE + (int) (millis / 100 - 10)
                : COARSE + (int) (millis / 1000 - 10);
    }

    private static long millisOf(int step) {
        if (step < FINE) {
            return step;
        }
        if (step < MIDDLE) {
            return 10L * (step - FINE + 10);
        }
        return step < COARSE ? 100L * (step - MIDDLE + 10) : 1000L * (step - COARSE + 10);
    }

    /**
     * The time that a share of the requests took at most; 0 where there are none.
     *
     * @param requests all of them, with those that have no time
     * @param share from 0 to 1
     */
    long percentile(long requests, double share) {
        long below = (long) (requests * share);
        long seen = 0;
        for (int step = counts.length - 1; step >= 0; step--) {
            seen += counts[step];
            if (counts[step] > 0 && requests - seen <= below) {
                return millisOf(step);
            }
        }
        return 0;
    }

    /** The middle one of all times; 0 where there are none. */
    long median(long timed) {
        double left = (timed - 1) / 2.0;
        for (int step = 0; step < counts.length; step++) {
            if (counts[step] > 0) {
                if (left < counts[step]) {
                    return millisOf(step);
                }
                left -= counts[step];
            }
        }
        return 0;
    }

    void addAll(ResponseTimes other) {
        if (other.counts.length > counts.length) {
            counts = java.util.Arrays.copyOf(counts, other.counts.length);
        }
        for (int step = 0; step < other.counts.length; step++) {
            counts[step] += other.counts[step];
        }
    }

    ResponseTimes copy() {
        var copy = new ResponseTimes();
        copy.counts = counts.clone();
        return copy;
    }

    /** What came since an earlier state of the same. */
    ResponseTimes since(ResponseTimes earlier) {
        var difference = copy();
        for (int step = 0; step < earlier.counts.length; step++) {
            difference.counts[step] -= earlier.counts[step];
        }
        return difference;
    }

    /** The numbers by milliseconds, the shortest first. */
    Map<Long, Long> byMillis() {
        var all = new TreeMap<Long, Long>();
        for (int step = 0; step < counts.length; step++) {
            if (counts[step] > 0) {
                all.put(millisOf(step), counts[step]);
            }
        }
        return all;
    }
}
