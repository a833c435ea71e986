package io.spate.metrics;

import java.util.Optional;

/** What one series comes to within one recording. Belongs to the thread that holds it. */
abstract sealed class Cell permits TrendCell, Cell.Counter, Cell.Rate, Cell.Gauge {

    static Cell of(Metric.Type type, TrendCell.Chunks chunks) {
        return switch (type) {
            case TREND -> new TrendCell(chunks);
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
        if (this instanceof TrendCell trend) {
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
}
