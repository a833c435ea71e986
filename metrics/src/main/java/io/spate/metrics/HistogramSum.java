package io.spate.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A histogram that others are added to, in place: adding costs what the added one holds, not what
 * has come together, once the buckets it needs are there. Belongs to one thread.
 */
final class HistogramSum {
    private char[] indexes = new char[0];
    private long[] counts = new long[0];
    private int size;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max;

    /** The magnitudes of what is below 0, where there is any. */
    private @Nullable HistogramSum magnitudes;

    /** The same as an immutable histogram; nothing while it is out of date. */
    private @Nullable Histogram copy = Histogram.EMPTY;

    void add(Histogram more) {
        if (more.magnitudes().count() == 0) {
            addFromZero(more);
            return;
        }
        HistogramSum below = magnitudes;
        if (below == null) {
            below = new HistogramSum();
            magnitudes = below;
        }
        copy = null;
        below.add(more.magnitudes());
        addFromZero(more.fromZero());
    }

    private void addFromZero(Histogram more) {
        if (more.count() == 0) {
            return;
        }
        copy = null;
        sum = Histogram.saturatedSum(sum, more.sum());
        min = Math.min(min, more.min());
        max = Math.max(max, more.max());
        int missing = addToKnown(more);
        if (missing > 0) {
            insert(more, missing);
        }
    }

    /** What has been added. Copies what it holds at the first call after an addition. */
    Histogram histogram() {
        Histogram known = copy;
        if (known == null) {
            HistogramSum below = magnitudes;
            known =
                    Histogram.signed(
                            fromZero(), below == null ? Histogram.EMPTY : below.histogram());
            copy = known;
        }
        return known;
    }

    private Histogram fromZero() {
        return size == 0
                ? Histogram.EMPTY
                : new Histogram(
                        Arrays.copyOf(indexes, size), Arrays.copyOf(counts, size), sum, min, max);
    }

    /** Adds what falls in buckets that are there; returns how many are not. */
    private int addToKnown(Histogram more) {
        int missing = 0;
        int at = 0;
        for (int i = 0; i < more.buckets(); i++) {
            char index = more.index(i);
            at = find(index, at);
            if (at < size && indexes[at] == index) {
                counts[at++] += more.countAt(i);
            } else {
                missing++;
            }
        }
        return missing;
    }

    /**
     * The first place from a given one on whose bucket is not below another: by doubling steps and
     * then halving them, as what is added is most often near or far less than what is there.
     */
    private int find(char index, int from) {
        int low = from;
        int step = 1;
        while (low + step < size && indexes[low + step] < index) {
            low += step;
            step *= 2;
        }
        int high = Math.min(low + step, size);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (indexes[middle] < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Puts in the buckets that are missing, from the last to the first, each move being the last.
     */
    private void insert(Histogram more, int missing) {
        int grown = size + missing;
        if (grown > indexes.length) {
            int capacity = size == 0 ? grown : Math.max(grown, size + (size >> 1));
            indexes = Arrays.copyOf(indexes, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
        int read = size - 1;
        int write = grown - 1;
        for (int i = more.buckets() - 1; write > read; i--) {
            char index = more.index(i);
            while (read >= 0 && indexes[read] > index) {
                indexes[write] = indexes[read];
                counts[write--] = counts[read--];
            }
            // A bucket that was there has been added to already.
            if (read < 0 || indexes[read] != index) {
                indexes[write] = index;
                counts[write--] = more.countAt(i);
            }
        }
        size = grown;
    }
}
