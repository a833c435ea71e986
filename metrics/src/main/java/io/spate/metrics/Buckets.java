package io.spate.metrics;

/**
 * The layout of a histogram's buckets, the one of HdrHistogram with three significant digits and a
 * resolution of 1: values below 2048 have a bucket each; above, every doubling is divided into 1024
 * buckets of equal width, so that a bucket is at most 0.1 % as wide as its values. See Gil Tene,
 * "HdrHistogram", hdrhistogram.org.
 */
final class Buckets {
    /** How many buckets there are, for values from 0 to {@link Long#MAX_VALUE}. */
    static final int COUNT = 54 * 1024;

    private static final int HALF_BITS = 10;
    private static final int HALF = 1 << HALF_BITS;
    private static final long UNIT_MASK = 2 * HALF - 1;
    private static final int UNIT_ZEROS = Long.numberOfLeadingZeros(UNIT_MASK);

    private Buckets() {}

    /** The bucket of a value that is not negative. */
    static int index(long value) {
        int shift = UNIT_ZEROS - Long.numberOfLeadingZeros(value | UNIT_MASK);
        return (shift << HALF_BITS) + (int) (value >>> shift);
    }

    /** The lowest value of a bucket. */
    static long lowest(int index) {
        int shift = shift(index);
        return ((long) index - ((long) shift << HALF_BITS)) << shift;
    }

    /** The highest value of a bucket. */
    static long highest(int index) {
        return lowest(index) + (1L << shift(index)) - 1;
    }

    /**
     * The last bucket of the group in which a bucket falls when two significant digits are enough:
     * values below 256 keep a bucket each, above, eight fine buckets make a coarse one.
     */
    static int coarse(int index) {
        int bits = Math.clamp(24 - Integer.numberOfLeadingZeros(index), 0, 3);
        return index | ((1 << bits) - 1);
    }

    private static int shift(int index) {
        return Math.max(0, (index >>> HALF_BITS) - 1);
    }
}
