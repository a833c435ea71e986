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
import io.spate.metrics.threshold.Condition.Apdex;
import io.spate.metrics.threshold.Condition.Percentile;
import io.spate.metrics.threshold.Condition.Plain;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

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
     * @param expression such as {@code p(95)<500}, {@code rate<0.01 over 30s}, {@code p(99)<800 at
     *     50 users}
     * @throws ThresholdSyntaxException where either cannot be read
     */
    public static Threshold parse(String selector, String expression) {
        var picked = Selector.parse(selector);
        var read = new ConditionScanner(expression).expression();
        return new Threshold(picked, read.condition(), read.scope(), 0, false, Duration.ZERO);
    }

    /** The same for another part of the run. */
    public Threshold in(Scope part) {
        return new Threshold(selector, condition, part, tolerance, abortOnFail, delayAbortEval);
    }

    /** The same that only warns where it is missed by at most that share of its bound. */
    public Threshold withTolerance(double share) {
        return new Threshold(selector, condition, scope, share, abortOnFail, delayAbortEval);
    }

    /** The same that stops the run when it is crossed. */
    public Threshold abortingAfter(Duration delay) {
        return new Threshold(selector, condition, scope, tolerance, true, delay);
    }

    /** The same with a number in the place of what is relative to the baseline's value. */
    public Threshold relativeTo(double baseline) {
        return new Threshold(
                selector,
                condition.relativeTo(baseline),
                scope,
                tolerance,
                abortOnFail,
                delayAbortEval);
    }

    /** The condition as it was written, with what part of the run it is about. */
    public String expression() {
        return condition.text() + scope.text();
    }

    /**
     * What makes it impossible to judge a run by it: there is no such metric, or the condition does
     * not fit; nothing where all is well.
     */
    public Optional<String> problem() {
        return problem(List.of());
    }

    /** The same where there are other metrics than the builtin ones too. */
    public Optional<String> problem(List<Metric> others) {
        var name = selector.metric();
        return find(name, others)
                .map(this::problemFor)
                .orElseGet(() -> Optional.of(unknown(name, others)));
    }

    /** The metric of a name among the builtin ones and others. */
    static Optional<Metric> find(String name, List<Metric> others) {
        return Stream.concat(BuiltinMetrics.ALL.stream(), others.stream())
                .filter(it -> it.name().equals(name))
                .findFirst();
    }

    private static String unknown(String name, List<Metric> others) {
        var known =
                Stream.concat(BuiltinMetrics.ALL.stream(), others.stream())
                        .map(Metric::name)
                        .toList();
        return "there is no metric \"%s\"%s".formatted(name, Nearest.hint(name, known));
    }

    /**
     * What makes it impossible to judge a metric by it, such as a percentile of a counter; nothing
     * where it fits.
     */
    public Optional<String> problemFor(Metric metric) {
        if (condition.aggregation().fits(metric)) {
            return Optional.empty();
        }
        return Optional.of(
                "\"%s\" does not fit %s, which is a %s: use %s"
                        .formatted(
                                expression(),
                                metric.name(),
                                metric.type().name().toLowerCase(Locale.ROOT),
                                Condition.Aggregation.namesFor(metric)));
    }

    /**
     * What a snapshot comes to, whatever part of a run it is of. Never throws: a condition that
     * does not fit its metric ({@link #problemFor}) is not met.
     */
    public Judgement judge(Snapshot snapshot) {
        Optional<Metric> metric =
                snapshot.aggregates().keySet().stream()
                        .filter(selector::matches)
                        .map(Series::metric)
                        .findFirst();
        List<Aggregate> values =
                snapshot.aggregates().entrySet().stream()
                        .filter(it -> selector.matches(it.getKey()))
                        .filter(it -> it.getKey().metric().equals(metric.orElseThrow()))
                        .map(it -> condition.aggregation().reduce(it.getKey(), it.getValue()))
                        .toList();
        return judge(
                metric.or(() -> BuiltinMetrics.find(selector.metric())),
                Aggregate.merge(values),
                snapshot.seconds());
    }

    /**
     * What some values come to.
     *
     * @param metric what they are of; nothing where that is not known, as there are none
     * @param values as {@link Condition.Aggregation#reduce} leaves them
     * @param seconds in what time they came
     */
    Judgement judge(Optional<Metric> metric, Optional<Aggregate> values, double seconds) {
        if (metric.isPresent() && values.isPresent()) {
            if (problemFor(metric.get()).isPresent()) {
                return Judgement.of(this, Double.NaN, Outcome.FAILED);
            }
            return judge(metric.get(), value(metric.get(), values.get(), seconds));
        }
        // Nothing counted is 0; of other metrics nothing can be said, so nothing is crossed.
        boolean counter = metric.map(it -> it.type() == Metric.Type.COUNTER).orElse(false);
        boolean zero = condition.aggregation() == Plain.COUNT || counter;
        if (zero && metric.map(it -> problemFor(it).isEmpty()).orElse(true)) {
            return judge(metric.orElse(Metric.counter(selector.metric())), 0);
        }
        return Judgement.of(this, Double.NaN, Outcome.PASSED);
    }

    /** Nothing can be said of a part of the run that was not reached. */
    Judgement withoutTime() {
        return Judgement.of(this, Double.NaN, Outcome.PASSED);
    }

    private Judgement judge(Metric metric, double value) {
        return new Judgement(
                this, value, outcome(value), Optional.empty(), budgetLeft(metric, value));
    }

    private Outcome outcome(double value) {
        if (condition.holds(value)) {
            return Outcome.PASSED;
        }
        boolean tolerated = tolerance > 0 && condition.missedBy(value) <= tolerance;
        return tolerated ? Outcome.WARNED : Outcome.FAILED;
    }

    /** Of a rate: what is allowed to go wrong, less what has gone wrong, over what is allowed. */
    private OptionalDouble budgetLeft(Metric metric, double rate) {
        if (metric.type() != Metric.Type.RATE) {
            return OptionalDouble.empty();
        }
        double bound = condition.bound();
        return switch (condition.comparison()) {
            case LESS, AT_MOST -> budgetLeft(bound, rate);
            case GREATER, AT_LEAST -> budgetLeft(1 - bound, 1 - rate);
            case EQUAL, STRICTLY_EQUAL, NOT_EQUAL -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble budgetLeft(double allowed, double wrong) {
        return allowed > 0
                ? OptionalDouble.of((allowed - wrong) / allowed)
                : OptionalDouble.empty();
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
            case Apdex _ -> Double.NaN;
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

    /** How well a threshold was met, from the best to the worst. */
    public enum Outcome {
        /** It was met. */
        PASSED,
        /** It was missed within its tolerance. */
        WARNED,
        /** It was missed. */
        FAILED
    }

    /**
     * A stretch of a run.
     *
     * @param fromNanos since the run's start
     * @param toNanos since the run's start
     */
    public record Stretch(long fromNanos, long toNanos) {}

    /**
     * What a threshold came to.
     *
     * @param threshold the threshold
     * @param value the observed value in the unit of the expression; NaN where there were no values
     * @param outcome whether it was met; without any values it is, but that a counter without
     *     values counts as 0
     * @param stretch of a window: which stretch of the run is the worst, whose value this is
     * @param budgetLeft of a rate: which share is left of what may go wrong (failed requests,
     *     checks that do not pass) for as many values as there have been; 1 where nothing has gone
     *     wrong, 0 where all is used up, below 0 where more has gone wrong than may. Nothing where
     *     nothing may go wrong or there were no values
     */
    public record Judgement(
            Threshold threshold,
            double value,
            Outcome outcome,
            Optional<Stretch> stretch,
            OptionalDouble budgetLeft) {

        /** What a threshold on a whole run came to. */
        public Judgement(Threshold threshold, double value, boolean passed) {
            this(
                    threshold,
                    value,
                    passed ? Outcome.PASSED : Outcome.FAILED,
                    Optional.empty(),
                    OptionalDouble.empty());
        }

        /** Whether it was met, or missed within its tolerance. */
        public boolean passed() {
            return outcome != Outcome.FAILED;
        }

        static Judgement of(Threshold threshold, double value, Outcome outcome) {
            return new Judgement(
                    threshold, value, outcome, Optional.empty(), OptionalDouble.empty());
        }

        Judgement in(Stretch worst) {
            return new Judgement(threshold, value, outcome, Optional.of(worst), budgetLeft);
        }
    }
}
