package io.spate.wrk.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts whole numbers, each by itself as wrk does: those below 4,194,304 exactly, greater ones to
 * 1,024, so that even slow responses in great numbers need no more than some megabytes. Belongs to
 * one thread.
 */
public final class Counter {
    private static final int EXACT_BITS = 22;
    private static final long EXACT = 1L << EXACT_BITS;
    private static final int COARSE_BITS = 10;
    private static final int PAGE_BITS = 9;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

    /** What two years in microseconds need. */
    private static final int PAGES_MAX = 1 << 28;

    private final long limit;

    /** Made when a value falls in them. */
    private long[] @Nullable [] pages = new long[64][];

    private long count;
    private long min = Long.MAX_VALUE;
    private long max;

    /**
     * Counts nothing yet.
     *
     * @param limit the first number that is not counted any more
     */
    public Counter(long limit) {
        this.limit = limit;
    }

    /** Counts a number from 0; false where it is at or over the limit. */
    public boolean record(long value) {
        if (value >= limit || value >= valueOf((long) PAGES_MAX << PAGE_BITS)) {
            return false;
        }
        add(value, 1);
        min = Math.min(min, value);
        max = Math.max(max, value);
        return true;
    }

    /** How many numbers were counted. */
    public long count() {
        return count;
    }

    /** Adds what another has counted. */
    public void add(Counter other) {
        for (int page = 0; page < other.pages.length; page++) {
            long[] theirs = other.pages[page];
            for (int i = 0; theirs != null && i < theirs.length; i++) {
                if (theirs[i] > 0) {
                    add(valueOf((long) page << PAGE_BITS | i), theirs[i]);
                }
            }
        }
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    /**
     * Adds the requests that a closed loop failed to send while it waited for a slow one, as wrk
     * does it: for a value of at least twice the interval, its remainders after one interval, two,
     * and so on, down to the interval itself.
     *
     * @param interval at which one connection sends on average
     */
    public void correct(long interval) {
        if (interval <= 0 || count == 0) {
            return;
        }
        long last = indexOf(max);
        for (long index = indexOf(2 * interval); index <= last; index++) {
            long[] page = page(index);
            if (page == null) {
                index |= PAGE_MASK;
                continue;
            }
            long times = page[(int) index & PAGE_MASK];
            long value = valueOf(index);
            if (times > 0 && value >= 2 * interval) {
                for (long missed = value - interval; missed > interval; missed -= interval) {
                    add(missed, times);
                }
            }
        }
    }

    /** All numbers with how often each came. */
    public Values values() {
        long[] values = new long[16];
        long[] counts = new long[16];
        int size = 0;
        long last = count == 0 ? -1 : indexOf(max);
        // What a correction has put below the least is counted, but wrk does not look there.
        for (long index = count == 0 ? 0 : indexOf(min); index <= last; index++) {
            long[] page = page(index);
            if (page == null) {
                index |= PAGE_MASK;
            } else if (page[(int) index & PAGE_MASK] > 0) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, 2 * size);
                    counts = Arrays.copyOf(counts, 2 * size);
                }
                values[size] = Math.clamp(valueOf(index), min, max);
                counts[size++] = page[(int) index & PAGE_MASK];
            }
        }
        return new Values(
                Arrays.copyOf(values, size),
                Arrays.copyOf(counts, size),
                count,
                count == 0 ? 0 : min,
                max);
    }

    private void add(long value, long times) {
        long index = indexOf(value);
        int page = (int) (index >> PAGE_BITS);
        long[] known = page < pages.length ? pages[page] : null;
        if (known == null) {
            known = newPage(page);
        }
        known[(int) index & PAGE_MASK] += times;
        count += times;
    }

    private long[] newPage(int page) {
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, 2 * pages.length));
        }
        long[] made = new long[PAGE_MASK + 1];
        pages[page] = made;
        return made;
    }

    private long @Nullable [] page(long index) {
        int page = (int) (index >> PAGE_BITS);
        return page < pages.length ? pages[page] : null;
    }

    private static long indexOf(long value) {
        return value < EXACT ? value : EXACT + ((value - EXACT) >> COARSE_BITS);
    }

    private static long valueOf(long index) {
        return index < EXACT ? index : EXACT + ((index - EXACT) << COARSE_BITS);
    }
}
