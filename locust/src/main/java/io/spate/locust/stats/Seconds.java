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
        add(second, 1);
    }

    private void add(long second, int count) {
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
        counts[at] += count;
    }

    /** Adds another one's; seconds before the first one count as the first. */
    void addAll(Seconds other) {
        if (counts.length > 0 && other.counts.length > 0 && other.first < first) {
            var own = new Seconds();
            own.addAll(other);
            own.addAll(this);
            first = own.first;
            counts = own.counts;
            return;
        }
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] > 0) {
                add(other.first + i, other.counts[i]);
            }
        }
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
