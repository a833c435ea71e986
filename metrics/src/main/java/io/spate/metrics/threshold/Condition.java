package io.spate.metrics.threshold;

import io.spate.metrics.Metric;
import io.spate.metrics.ThresholdSyntaxException;
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
 */
public record Condition(String text, Aggregation aggregation, Comparison comparison, double bound) {

    /** The condition that a text writes. Throws {@link ThresholdSyntaxException}. */
    public static Condition parse(String text) {
        return new ConditionScanner(text).condition();
    }

    /** Whether a value meets it. */
    public boolean holds(double value) {
        return comparison.holds(value, bound);
    }

    /** What of a metric is compared. */
    public sealed interface Aggregation {
        /** As it is written: {@code avg}, {@code p(95)}. */
        String text();

        /** Whether metrics of a type have it. */
        boolean fits(Metric.Type type);

        /** Its names as they are written, for metrics of one type. */
        static String namesFor(Metric.Type type) {
            var words = Arrays.stream(Plain.values()).filter(it -> it.fits(type)).map(Plain::text);
            return Stream.concat(
                            words,
                            type == Metric.Type.TREND ? Stream.of("p(95)") : Stream.<String>of())
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
        public boolean fits(Metric.Type type) {
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
            return rank == Math.rint(rank) ? "p(%d)".formatted((long) rank) : "p(" + rank + ")";
        }

        @Override
        public boolean fits(Metric.Type type) {
            return type == Metric.Type.TREND;
        }
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
