package io.spate.locust.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How many there were in each second, from the first one on; a day of them at most. */
final class Seconds {
    private static final int LENGTH_MAX = 86_400;

    private int[] counts = new int[0];
    private long first;

    void add(long second) {
        if (counts.length == 0) {
            first = second;
            counts = new int[16];
        }
        int at = Math.clamp(second - first, 0, LENGTH_MAX - 1);
        if (at >= counts.length) {
            counts =
                    Arrays.copyOf(
                            counts, Math.min(LENGTH_MAX, Math.max(2 * counts.length, at + 1)));
        }
        counts[at]++;
    }

    /** The mean of the seconds from one on until before another. */
    double mean(long from, long until) {
        long sum = 0;
        for (long second = from; second < until; second++) {
            sum += at(second);
        }
        return sum / (double) Math.max(1, until - from);
    }

    private int at(long second) {
        long at = second - first;
        return at >= 0 && at < counts.length ? counts[(int) at] : 0;
    }

    /** The numbers by seconds, without those that have none. */
    Map<Long, Integer> bySecond() {
        var all = new TreeMap<Long, Integer>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                all.put(first + i, counts[i]);
            }
        }
        return all;
    }
}
