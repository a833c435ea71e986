package io.spate.metrics;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one series comes to within one recording. Belongs to the thread that holds it. */
abstract sealed class Cell permits Cell.Trend, Cell.Counter, Cell.Rate, Cell.Gauge {

    static Cell of(Metric metric, Chunks chunks) {
        return switch (metric.type()) {
            case TREND ->
                    switch (metric.contains()) {
                        // Differences of two readings of a clock, which may be equal.
                        case TIME, DATA -> new Trend(chunks, false);
                        case DEFAULT, DECIMAL -> new Trend(chunks, true);
                    };
            case COUNTER -> new Counter();
            case RATE -> new Rate();
            case GAUGE -> new Gauge();
        };
    }

    /**
     * Records a value. Four types behind one virtual call would be a call through a table, which
     * cannot be inlined; a chain of type tests is, and its branches are predicted.
     */
    final void record(long value) {
        if (this instanceof Trend trend) {
            trend.add(value);
        } else if (this instanceof Counter counter) {
            counter.add(value);
        } else if (this instanceof Rate rate) {
            rate.add(value);
        } else if (this instanceof Gauge gauge) {
            gauge.set(value);
        }
    }

    /**
     * Its values, or nothing where none was recorded; empties the cell.
     *
     * @param endNanos the end of the interval, which stands for the time of a gauge's last value
     */
    abstract Optional<Aggregate> drain(long endNanos);

    /** A sum. */
    static final class Counter extends Cell {
        private long total;
        private boolean used;

        void add(long value) {
            total += value;
            used = true;
        }

        @Override
        Optional<Aggregate> drain(long endNanos) {
            if (!used) {
                return Optional.empty();
            }
            var result = new Aggregate.Count(total);
            total = 0;
            used = false;
            return Optional.of(result);
        }
    }

    /** How many values there were, and how many of them were not zero. */
    static final class Rate extends Cell {
        private long hits;
        private long total;

        void add(long value) {
            // Without a branch: whether a request failed is what a processor cannot predict.
            hits += (value | -value) >>> 63;
            total++;
        }

        @Override
        Optional<Aggregate> drain(long endNanos) {
            if (total == 0) {
                return Optional.empty();
            }
            var result = new Aggregate.Ratio(hits, total);
            hits = 0;
            total = 0;
            return Optional.of(result);
        }
    }

    /** The last value, the lowest and the highest. */
    static final class Gauge extends Cell {
        private long last;
        private long min = Long.MAX_VALUE;
        private long max = Long.MIN_VALUE;
        private boolean used;

        void set(long value) {
            last = value;
            min = Math.min(min, value);
            max = Math.max(max, value);
            used = true;
        }

        @Override
        Optional<Aggregate> drain(long endNanos) {
            if (!used) {
                return Optional.empty();
            }
            var result = new Aggregate.Level(last, endNanos, min, max);
            min = Long.MAX_VALUE;
            max = Long.MIN_VALUE;
            used = false;
            return Optional.of(result);
        }
    }

    /**
     * A histogram that is being filled. Its chunks come from a pool and go back when it is drained.
     */
    static final class Trend extends Cell {
        private final Chunks pool;
        private final boolean signed;

        /** The magnitudes of values below 0, where there have been any. */
        private @Nullable Trend magnitudes;

        private final int[] @Nullable [] chunks =
                new int[Buckets.COUNT >>> Chunks.BITS] @Nullable [];
        private long count;
        private long sum;
        private long min = Long.MAX_VALUE;
        private long max;

        /** One for values below 0 as well, or one to which those are 0. */
        Trend(Chunks pool, boolean signed) {
            this.pool = pool;
            this.signed = signed;
        }

        boolean isEmpty() {
            Trend below = magnitudes;
            return count == 0 && (below == null || below.count == 0);
        }

        void add(long value) {
            if (value < 0 && signed) {
                addNegative(value);
                return;
            }
            long valid = Math.max(value, 0);
            int index = Buckets.index(valid);
            int[] chunk = chunks[index >>> Chunks.BITS];
            if (chunk == null) {
                chunk = pool.take();
                chunks[index >>> Chunks.BITS] = chunk;
            }
            chunk[index & (Chunks.SIZE - 1)]++;
            count++;
            sum = Histogram.saturatedSum(sum, valid);
            min = Math.min(min, valid);
            max = Math.max(max, valid);
        }

        @Override
        Optional<Aggregate> drain(long endNanos) {
            return isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Aggregate.Distribution(drainHistogram()));
        }

        private void addNegative(long value) {
            Trend below = magnitudes;
            if (below == null) {
                below = new Trend(pool, false);
                magnitudes = below;
            }
            below.add(value == Long.MIN_VALUE ? Long.MAX_VALUE : -value);
        }

        /** Its values, of which there must be some; empties it. */
        Histogram drainHistogram() {
            Trend below = magnitudes;
            return below == null || below.count == 0
                    ? drainFromZero()
                    : Histogram.signed(
                            count == 0 ? Histogram.EMPTY : drainFromZero(), below.drainFromZero());
        }

        private Histogram drainFromZero() {
            int first = Buckets.index(min) >>> Chunks.BITS;
            int last = Buckets.index(max) >>> Chunks.BITS;
            int distinct = distinct(first, last);
            var indexes = new char[distinct];
            var counts = new long[distinct];
            int size = 0;
            for (int number = first; number <= last; number++) {
                int[] chunk = chunks[number];
                if (chunk == null) {
                    continue;
                }
                for (int i = 0; i < chunk.length; i++) {
                    if (chunk[i] != 0) {
                        indexes[size] = (char) ((number << Chunks.BITS) + i);
                        counts[size++] = chunk[i];
                    }
                }
                chunks[number] = null;
                pool.giveBack(chunk);
            }
            var result = new Histogram(indexes, counts, sum, min, max);
            count = 0;
            sum = 0;
            min = Long.MAX_VALUE;
            max = 0;
            return result;
        }

        private int distinct(int first, int last) {
            int distinct = 0;
            for (int number = first; number <= last; number++) {
                int[] chunk = chunks[number];
                if (chunk != null) {
                    for (int bucket : chunk) {
                        distinct += bucket == 0 ? 0 : 1;
                    }
                }
            }
            return distinct;
        }
    }

    /**
     * Empty chunks of counts for the trends of one recording. A trend takes a chunk when a value
     * first falls in its range and gives it back when it is drained, so that memory follows the
     * ranges in use within one interval and not those ever seen. Once the pool has grown to that,
     * nothing is allocated. Belongs to the thread that holds the recording.
     */
    static final class Chunks {
        /**
         * Counts in a chunk. Smaller ones waste less on series with few values, and cost more
         * takes.
         */
        static final int BITS = 8;

        static final int SIZE = 1 << BITS;

        private int[][] free = new int[16][];
        private int size;

        /** A chunk of zeros. */
        int[] take() {
            return size == 0 ? new int[SIZE] : free[--size];
        }

        /** Takes back a chunk, which is set to zeros. */
        void giveBack(int[] chunk) {
            Arrays.fill(chunk, 0);
            if (size == free.length) {
                free = Arrays.copyOf(free, size * 2);
            }
            free[size++] = chunk;
        }
    }
}
