package io.spate.metrics.threshold;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.ThresholdSyntaxException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a threshold asks of a metric: an aggregation, a comparison and a bound.
 *
 * @param text the condition as it was written, such as {@code p(95)<500}
 * @param aggregation what of the metric is compared
 * @param comparison how
 * @param bound with what: times in milliseconds, bytes and plain numbers as they are, rates from 0
 *     to 1, rates of counters per second
 * @param relative how the bound follows from a baseline, which it then has to be resolved with: the
 *     bound is NaN until then
 */
public record Condition(
        String text,
        Aggregation aggregation,
        Comparison comparison,
        double bound,
        Optional<Relative> relative) {
    /** How many digits of a bound that was worked out say anything. */
    private static final MathContext DIGITS = new MathContext(6);

    /** A condition with a bound of its own. */
    public Condition(String text, Aggregation aggregation, Comparison comparison, double bound) {
        this(text, aggregation, comparison, bound, Optional.empty());
    }

    /** The same with the number that follows from what the baseline came to. */
    Condition relativeTo(double baseline) {
        if (relative.isEmpty()) {
            return this;
        }
        double number =
                BigDecimal.valueOf(relative.get().bound(baseline)).round(DIGITS).doubleValue();
        var written = aggregation.text() + comparison.text() + plain(number);
        return new Condition(written, aggregation, comparison, number);
    }

    /** The condition that a text writes. Throws {@link ThresholdSyntaxException}. */
    public static Condition parse(String text) {
        return new ConditionScanner(text).condition();
    }

    /** Whether a value meets it. */
    public boolean holds(double value) {
        return comparison.holds(value, bound);
    }

    /**
     * By what share of its bound a value that does not hold misses it: without end where a share
     * says nothing, which is of a bound of 0, of a value that must differ, and without a value.
     */
    public double missedBy(double value) {
        double share = Math.abs(value - bound) / Math.abs(bound);
        return comparison == Comparison.NOT_EQUAL || !Double.isFinite(share)
                ? Double.POSITIVE_INFINITY
                : share;
    }

    /** Whether a value is further on the wrong side, or less far on the right one, than another. */
    boolean isWorse(double value, double than) {
        return switch (comparison) {
            case LESS, AT_MOST -> value > than;
            case GREATER, AT_LEAST -> value < than;
            case EQUAL, STRICTLY_EQUAL -> Math.abs(value - bound) > Math.abs(than - bound);
            case NOT_EQUAL -> Math.abs(value - bound) < Math.abs(than - bound);
        };
    }

    /** What of a metric is compared. */
    public sealed interface Aggregation {
        /** As it is written: {@code avg}, {@code p(95)}. */
        String text();

        /** Whether a metric has it. */
        boolean fits(Metric metric);

        /** What of a series' values is kept to judge by: all of them, but for an Apdex. */
        default Aggregate reduce(Series series, Aggregate values) {
            return values;
        }

        /** Its names as they are written, for one metric. */
        static String namesFor(Metric metric) {
            return Stream.concat(
                            Arrays.stream(Plain.values()),
                            Stream.of(new Percentile(95), new Apdex(500)))
                    .filter(it -> it.fits(metric))
                    .map(Aggregation::text)
                    .collect(Collectors.joining(", "));
        }
    }

    /** The aggregations that are one word. */
    public enum Plain implements Aggregation {
        COUNT,
        RATE,
        VALUE,
        AVG,
        MIN,
        MED,
        MAX;

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean fits(Metric metric) {
            var type = metric.type();
            return switch (this) {
                case COUNT -> type == Metric.Type.COUNTER;
                case RATE -> type == Metric.Type.COUNTER || type == Metric.Type.RATE;
                case VALUE -> type == Metric.Type.GAUGE;
                case AVG, MIN, MED, MAX -> type == Metric.Type.TREND;
            };
        }

        static Optional<Plain> find(String text) {
            return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
        }
    }

    /**
     * A percentile of a trend.
     *
     * @param rank 0 to 100
     */
    public record Percentile(double rank) implements Aggregation {
        @Override
        public String text() {
            return "p(" + plain(rank) + ")";
        }

        @Override
        public boolean fits(Metric metric) {
            return metric.type() == Metric.Type.TREND;
        }
    }

    /**
     * The Application Performance Index of a trend of times, from 0 to 1: those satisfied, who
     * waited at most a target time, and half of those who tolerated at most four times as long,
     * over all. Requests that failed (tag {@code expected_response} false) frustrate, however quick
     * they were. See the Apdex Alliance, "Application Performance Index, Technical Specification",
     * version 1.1, 2007. Values as near to a border as 0.1 % may count as within.
     *
     * @param targetMillis the time up to which who waits is satisfied, positive
     */
    public record Apdex(double targetMillis) implements Aggregation {
        /** What is tolerated is up to four times what satisfies. */
        private static final int TOLERATED = 4;

        @Override
        public String text() {
            return "apdex(" + plain(targetMillis) + "ms)";
        }

        @Override
        public boolean fits(Metric metric) {
            return metric.type() == Metric.Type.TREND && metric.contains() == Metric.Contains.TIME;
        }

        /** Half points: two for who was satisfied and one for who tolerated, of two for each. */
        @Override
        public Aggregate reduce(Series series, Aggregate values) {
            if (!(values instanceof Aggregate.Distribution(var times))) {
                return values;
            }
            double targetNanos = targetMillis * series.metric().unit();
            boolean failed = series.tags().get("expected_response").equals("false");
            long points =
                    failed
                            ? 0
                            : times.countAtOrBelow(Math.round(targetNanos))
                                    + times.countAtOrBelow(Math.round(TOLERATED * targetNanos));
            return new Aggregate.Ratio(points, 2 * times.count());
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** How a value and a bound are compared. */
    public enum Comparison {
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">="),
        EQUAL("=="),
        STRICTLY_EQUAL("==="),
        NOT_EQUAL("!=");

        private final String text;

        Comparison(String text) {
            this.text = text;
        }

        /** As it is written. */
        public String text() {
            return text;
        }

        boolean holds(double value, double bound) {
            return switch (this) {
                case LESS -> value < bound;
                case AT_MOST -> value <= bound;
                case GREATER -> value > bound;
                case AT_LEAST -> value >= bound;
                case EQUAL, STRICTLY_EQUAL -> value == bound;
                case NOT_EQUAL -> value != bound;
            };
        }

        static Optional<Comparison> find(String text) {
            return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst();
        }

        static String names() {
            return Arrays.stream(values()).map(Comparison::text).collect(Collectors.joining(" "));
        }
    }
}
