package io.spate.metrics.threshold;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Aggregate.Level;
import io.spate.metrics.Aggregate.Ratio;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Nearest;
import io.spate.metrics.Selector;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.ThresholdSyntaxException;
import io.spate.metrics.threshold.Condition.Percentile;
import io.spate.metrics.threshold.Condition.Plain;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A condition on a metric, in k6's grammar: {@code p(95)<500}, {@code rate<0.01}, {@code
 * count>=100}.
 *
 * @param selector which series it is about
 * @param condition what is asked of them
 * @param scope which part of the run it is about
 * @param tolerance by what share of its bound it may be missed and still only warn; 0 for none
 * @param abortOnFail whether the run stops when it is crossed
 * @param delayAbortEval how long after the start it may first stop the run; not negative
 */
public record Threshold(
        Selector selector,
        Condition condition,
        Scope scope,
        double tolerance,
        boolean abortOnFail,
        Duration delayAbortEval) {

    public Threshold {
        if (delayAbortEval.isNegative()) {
            throw new IllegalArgumentException("delayAbortEval must not be negative");
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance must not be negative: " + tolerance);
        }
    }

    /** A threshold on the whole run, without tolerance. */
    public Threshold(
            Selector selector, Condition condition, boolean abortOnFail, Duration delayAbortEval) {
        this(selector, condition, Scope.RUN, 0, abortOnFail, delayAbortEval);
    }

    /**
     * A threshold from its two texts, which does not stop the run.
     *
     * @param selector such as {@code http_req_duration{status:200}}
     * @param expression such as {@code p(95)<500}
     * @throws ThresholdSyntaxException where either cannot be read
     */
    public static Threshold parse(String selector, String expression) {
        return new Threshold(
                Selector.parse(selector), Condition.parse(expression), false, Duration.ZERO);
    }

    /** The condition as it was written. */
    public String expression() {
        return condition.text();
    }

    /**
     * What makes it impossible to judge a run by it: there is no such metric, or the condition does
     * not fit; nothing where all is well.
     */
    public Optional<String> problem() {
        var name = selector.metric();
        return BuiltinMetrics.find(name)
                .map(this::problemFor)
                .orElseGet(() -> Optional.of(unknown(name)));
    }

    private static String unknown(String name) {
        var known = BuiltinMetrics.ALL.stream().map(Metric::name).toList();
        return "there is no metric \"%s\"%s".formatted(name, Nearest.hint(name, known));
    }

    /**
     * What makes it impossible to judge a metric by it, such as a percentile of a counter; nothing
     * where it fits.
     */
    public Optional<String> problemFor(Metric metric) {
        if (condition.aggregation().fits(metric.type())) {
            return Optional.empty();
        }
        return Optional.of(
                "\"%s\" does not fit %s, which is a %s: use %s"
                        .formatted(
                                expression(),
                                metric.name(),
                                metric.type().name().toLowerCase(Locale.ROOT),
                                Condition.Aggregation.namesFor(metric.type())));
    }

    /**
     * Whether a snapshot meets it, and with which value. Never throws: a condition that does not
     * fit its metric ({@link #problemFor}) is not met.
     */
    public Judgement judge(Snapshot snapshot) {
        Optional<Metric> found =
                snapshot.aggregates().keySet().stream()
                        .filter(selector::matches)
                        .map(Series::metric)
                        .findFirst();
        if (found.isEmpty()) {
            return withoutValues();
        }
        Metric metric = found.get();
        if (problemFor(metric).isPresent()) {
            return new Judgement(this, Double.NaN, false);
        }
        List<Aggregate> values =
                snapshot.aggregates().entrySet().stream()
                        .filter(it -> selector.matches(it.getKey()))
                        .filter(it -> it.getKey().metric().equals(metric))
                        .map(Map.Entry::getValue)
                        .toList();
        double value =
                Aggregate.merge(values)
                        .map(it -> value(metric, it, snapshot.seconds()))
                        .orElse(Double.NaN);
        return new Judgement(this, value, condition.holds(value));
    }

    /** Nothing counted is 0; of other metrics nothing can be said, so nothing is crossed. */
    private Judgement withoutValues() {
        boolean counter =
                condition.aggregation() == Plain.COUNT
                        || (condition.aggregation() == Plain.RATE
                                && BuiltinMetrics.find(selector.metric())
                                        .map(it -> it.type() == Metric.Type.COUNTER)
                                        .orElse(false));
        return counter
                ? new Judgement(this, 0, condition.holds(0))
                : new Judgement(this, Double.NaN, true);
    }

    private double value(Metric metric, Aggregate aggregate, double seconds) {
        double unit = metric.unit();
        return switch (aggregate) {
            case Count(var total) when condition.aggregation() == Plain.COUNT -> total / unit;
            case Count(var total) -> seconds > 0 ? total / unit / seconds : 0;
            case Level level -> level.last() / unit;
            case Ratio ratio -> ratio.rate();
            case Distribution(var histogram) -> value(histogram) / unit;
        };
    }

    private double value(Histogram histogram) {
        return switch (condition.aggregation()) {
            case Percentile(var rank) -> histogram.percentile(rank);
            case Plain plain ->
                    switch (plain) {
                        case AVG -> histogram.mean();
                        case MIN -> histogram.min();
                        case MED -> histogram.percentile(50);
                        case MAX -> histogram.max();
                        case COUNT, RATE, VALUE -> Double.NaN;
                    };
        };
    }

    /**
     * What a threshold came to.
     *
     * @param threshold the threshold
     * @param value the observed value in the unit of the expression; NaN where there were no values
     * @param passed whether it was met; without any values it is, but that a counter without values
     *     counts as 0
     */
    public record Judgement(Threshold threshold, double value, boolean passed) {}
}
