package io.spate.metrics;

/**
 * Adds to a histogram what coordinated omission has left out. Takes time in proportion to the
 * buckets, however many values are missing: a value misses an arithmetic sequence, of which each
 * bucket below it gets as many as fall in it.
 */
final class OmissionCorrection {
    private final Histogram recorded;
    private final long interval;
    private final long[] counts = new long[Buckets.COUNT];
    private long sum;
    private long min;

    OmissionCorrection(Histogram recorded, long interval) {
        this.recorded = recorded;
        this.interval = interval;
        this.sum = recorded.sum();
        this.min = recorded.min();
    }

    Histogram corrected() {
        for (int i = 0; i < recorded.buckets(); i++) {
            int bucket = recorded.index(i);
            long times = recorded.countAt(i);
            counts[bucket] += times;
            // The highest value stands for all of a bucket, as in a percentile.
            addMissing(Buckets.highest(bucket), times);
        }
        return histogram();
    }

    /** Adds value - interval, value - 2 x interval and so on, of which the last is >= interval. */
    private void addMissing(long value, long times) {
        long missing = value / interval - 1;
        if (missing <= 0) {
            return;
        }
        long lowest = value - missing * interval;
        min = Math.min(min, lowest);
        double total = times * (missing * ((double) lowest + (value - interval)) / 2);
        sum = Histogram.saturatedSum(sum, total >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) total);
        long next = lowest;
        while (next <= value - interval) {
            int bucket = Buckets.index(next);
            long last = Math.min(Buckets.highest(bucket), value - interval);
            long here = (last - next) / interval + 1;
            counts[bucket] += here * times;
            next += here * interval;
        }
    }

    private Histogram histogram() {
        int distinct = 0;
        for (long count : counts) {
            distinct += count == 0 ? 0 : 1;
        }
        var indexes = new char[distinct];
        var filled = new long[distinct];
        int size = 0;
        for (int index = 0; size < distinct; index++) {
            if (counts[index] != 0) {
                indexes[size] = (char) index;
                filled[size++] = counts[index];
            }
        }
        return new Histogram(indexes, filled, sum, min, recorded.max());
    }
}
