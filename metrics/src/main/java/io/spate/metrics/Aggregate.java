package io.spate.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the values of a series fold into. Immutable; {@link #merge} is associative and commutative,
 * so that seconds, event loops and machines merge in any order to the same result.
 */
public sealed interface Aggregate {

    /** Both aggregates as one. Throws {@link IllegalArgumentException} where kinds differ. */
    Aggregate merge(Aggregate other);

    /** All aggregates as one; nothing where there are none. Throws where kinds differ. */
    static Optional<Aggregate> merge(List<Aggregate> all) {
        var histograms = new ArrayList<Histogram>();
        for (Aggregate one : all) {
            if (one instanceof Distribution(var histogram)) {
                histograms.add(histogram);
            }
        }
        // Few are sooner merged one by one than by way of all the buckets there are.
        boolean manyHistograms = histograms.size() > 8 && histograms.size() == all.size();
        return manyHistograms
                ? Optional.of(new Distribution(Histogram.merge(histograms)))
                : all.stream().reduce(Aggregate::merge);
    }

    /**
     * The sum of a counter.
     *
     * @param total the sum of all values
     */
    record Count(long total) implements Aggregate {
        @Override
        public Aggregate merge(Aggregate other) {
            return switch (other) {
                case Count(var more) -> new Count(total + more);
                case Level _, Ratio _, Distribution _ -> throw differs(this, other);
            };
        }
    }

    /**
     * The state of a gauge.
     *
     * @param last the latest value
     * @param lastNanos when it was set, on the run's clock
     * @param min the lowest value
     * @param max the highest value
     */
    record Level(long last, long lastNanos, long min, long max) implements Aggregate {
        @Override
        public Aggregate merge(Aggregate other) {
            return switch (other) {
                case Level that -> {
                    var later =
                            that.lastNanos > lastNanos
                                            || (that.lastNanos == lastNanos && that.last > last)
                                    ? that
                                    : this;
                    yield new Level(
                            later.last,
                            later.lastNanos,
                            Math.min(min, that.min),
                            Math.max(max, that.max));
                }
                case Count _, Ratio _, Distribution _ -> throw differs(this, other);
            };
        }
    }

    /**
     * How often a rate's values were not zero.
     *
     * @param hits how many were not zero
     * @param total how many there were
     */
    record Ratio(long hits, long total) implements Aggregate {
        @Override
        public Aggregate merge(Aggregate other) {
            return switch (other) {
                case Ratio(var moreHits, var more) -> new Ratio(hits + moreHits, total + more);
                case Count _, Level _, Distribution _ -> throw differs(this, other);
            };
        }

        /** Hits over total, 0 to 1; 0 where there was nothing. */
        public double rate() {
            return total == 0 ? 0 : (double) hits / total;
        }
    }

    /**
     * The values of a trend.
     *
     * @param histogram how often each value occurred
     */
    record Distribution(Histogram histogram) implements Aggregate {
        @Override
        public Aggregate merge(Aggregate other) {
            return switch (other) {
                case Distribution(var that) -> new Distribution(histogram.merge(that));
                case Count _, Level _, Ratio _ -> throw differs(this, other);
            };
        }
    }

    private static IllegalArgumentException differs(Aggregate one, Aggregate other) {
        return new IllegalArgumentException(
                "cannot merge %s with %s"
                        .formatted(
                                one.getClass().getSimpleName(), other.getClass().getSimpleName()));
    }
}
