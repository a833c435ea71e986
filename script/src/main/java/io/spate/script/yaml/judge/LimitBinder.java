package io.spate.script.yaml.judge;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Condition;
import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Durations;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Quantities;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads limits as service levels give them: {@code p95: 250}, {@code error_rate: 0.5%}, {@code
 * throughput: 10K}. Each becomes a threshold.
 */
final class LimitBinder {
    /** Of latencies, in milliseconds. */
    static final Set<String> LATENCY_KEYS =
            Set.of(
                    "avg", "max", "p50", "p66", "p75", "p80", "p90", "p95", "p98", "p99", "p99.9",
                    "p99.99");

    static final Set<String> OTHER_KEYS =
            Set.of("throughput", "error_rate", "availability", "apdex");
    static final Set<String> MODIFIER_KEYS =
            Set.of("over", "tolerance", "abortOnFail", "delayAbortEval");

    /** All that may stand in a row of limits. */
    static final Set<String> KEYS = keys();

    static final Set<String> APDEX_KEYS = Set.of("target", "min");

    private static final Pattern COMPARED = Pattern.compile("\\s*([<>]=?)?\\s*(.*?)\\s*");

    /** {@code baseline}, {@code baseline * 1.1}, {@code baseline + 20ms}, or both. */
    private static final Pattern RELATIVE =
            Pattern.compile("baseline\\b\\s*(?:\\*\\s*([^\\s+-]+))?\\s*(?:([+-])\\s*(\\S.*))?");

    private final Fields fields;
    private final Judged judged;

    LimitBinder(Fields fields, Judged judged) {
        this.fields = fields;
        this.judged = judged;
    }

    /**
     * What is judged.
     *
     * @param tags of the series
     */
    record Judged(Tags tags, Scope scope) {
        static Judged run(Tags tags) {
            return new Judged(tags, Scope.RUN);
        }

        Threshold by(Metric metric, String condition) {
            return new Threshold(
                    new Selector(metric.name(), tags),
                    Condition.parse(condition),
                    scope,
                    0,
                    false,
                    Duration.ZERO);
        }
    }

    private static Set<String> keys() {
        var keys = new TreeSet<>(LATENCY_KEYS);
        keys.addAll(OTHER_KEYS);
        keys.addAll(MODIFIER_KEYS);
        return Set.copyOf(keys);
    }

    /** All limits of a row, with what stands beside them. */
    List<Threshold> row() {
        var how = Modifiers.of(fields);
        var thresholds = new ArrayList<>(latencies());
        thresholds.addAll(others());
        if (thresholds.isEmpty()
                && fields.present(LATENCY_KEYS).isEmpty()
                && fields.present(OTHER_KEYS).isEmpty()) {
            fields.problems()
                    .add(fields.node(), "this has no limit: add p95: 250, or error_rate: 1%");
        }
        return thresholds.stream().map(how::over).toList();
    }

    /** The limits of latencies. */
    List<Threshold> latencies() {
        var thresholds = new ArrayList<Threshold>();
        for (var name : fields.present(LATENCY_KEYS)) {
            var aggregation = name.startsWith("p") ? "p(" + name.substring(1) + ")" : name;
            limit(name, "<", Quantities::millis)
                    .map(it -> judged.by(BuiltinMetrics.HTTP_REQ_DURATION, aggregation + it.text()))
                    .ifPresent(thresholds::add);
        }
        return thresholds;
    }

    /** The limits of throughput, errors, availability and Apdex. */
    List<Threshold> others() {
        var thresholds = new ArrayList<Threshold>();
        limit("throughput", ">=", text -> BigDecimal.valueOf(Quantities.perSecond(text)))
                .map(it -> judged.by(BuiltinMetrics.HTTP_REQS, "rate" + it.text()))
                .ifPresent(thresholds::add);
        limit("error_rate", "<=", Quantities::share)
                .map(it -> judged.by(BuiltinMetrics.HTTP_REQ_FAILED, "rate" + it.text()))
                .ifPresent(thresholds::add);
        limit("availability", ">=", Quantities::share)
                .map(it -> judged.by(BuiltinMetrics.HTTP_REQ_FAILED, "rate" + it.rest().text()))
                .ifPresent(thresholds::add);
        fields.fields("apdex", APDEX_KEYS).flatMap(this::apdex).ifPresent(thresholds::add);
        return thresholds;
    }

    private Optional<Threshold> apdex(Fields apdex) {
        if (!apdex.has("target") || !apdex.has("min")) {
            apdex.problems()
                    .add(
                            apdex.node(),
                            "apdex needs a target and its least value: {target: 500ms, min: 0.9}");
        }
        var target = apdex.duration("target");
        var min = apdex.parsed("min", text -> Limit.parse(">=", text, Quantities::number));
        return target.flatMap(
                it ->
                        min.flatMap(
                                least ->
                                        fields.problems()
                                                .attempt(
                                                        apdex.node(),
                                                        "apdex: ",
                                                        () -> apdex(it, least))));
    }

    private Threshold apdex(Duration target, Limit min) {
        if (min.factor.isEmpty()
                && (min.addend.signum() < 0 || min.addend.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("the least value is 0 to 1, not " + min.addend);
        }
        return judged.by(
                BuiltinMetrics.HTTP_REQ_DURATION,
                "apdex(%s)%s".formatted(Durations.format(target), min.text()));
    }

    /**
     * A comparison with a number, or with what follows from a baseline.
     *
     * @param factor by which the baseline's value is multiplied; nothing for a number
     * @param addend what is added then; the number itself where there is no factor
     */
    private record Limit(String comparison, Optional<BigDecimal> factor, BigDecimal addend) {
        static Limit parse(String comparison, String text, Function<String, BigDecimal> parse) {
            if (!text.startsWith("baseline")) {
                return new Limit(comparison, Optional.empty(), parse.apply(text));
            }
            var relative = RELATIVE.matcher(text);
            if (!relative.matches()) {
                throw new IllegalArgumentException(
                        "\"%s\" does not follow from the baseline: write baseline * 1.1, baseline + 20"
                                .formatted(text));
            }
            var factor =
                    relative.group(1) == null
                            ? BigDecimal.ONE
                            : Quantities.number(relative.group(1));
            if (factor.signum() <= 0) {
                throw new IllegalArgumentException(
                        "a baseline is multiplied by a number above 0, not " + factor);
            }
            var addend =
                    relative.group(3) == null ? BigDecimal.ZERO : parse.apply(relative.group(3));
            return new Limit(
                    comparison,
                    Optional.of(factor),
                    "-".equals(relative.group(2)) ? addend.negate() : addend);
        }

        String text() {
            return comparison + factor.map(this::relative).orElseGet(() -> plain(addend));
        }

        private String relative(BigDecimal times) {
            var sign = addend.signum() < 0 ? " - " : " + ";
            return "baseline"
                    + (times.compareTo(BigDecimal.ONE) == 0 ? "" : " * " + plain(times))
                    + (addend.signum() == 0 ? "" : sign + plain(addend.abs()));
        }

        /** Of what is missing to 1, where this is of a share. */
        Limit rest() {
            var most = BigDecimal.ONE.subtract(factor.orElse(BigDecimal.ZERO));
            return new Limit(comparison.replace('>', '<'), factor, most.subtract(addend));
        }

        private static String plain(BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }

    private Optional<Limit> limit(
            String name, String otherwise, Function<String, BigDecimal> parse) {
        return fields.parsed(
                name,
                text -> {
                    var matcher = COMPARED.matcher(text);
                    if (!matcher.matches()) {
                        throw new IllegalArgumentException("\"%s\" is not a limit".formatted(text));
                    }
                    var given = matcher.group(1);
                    var comparison = given == null ? otherwise : given;
                    if (comparison.charAt(0) != otherwise.charAt(0)) {
                        throw new IllegalArgumentException(
                                "\"%s\" is the wrong way round: write %s%s"
                                        .formatted(text, otherwise, matcher.group(2)));
                    }
                    return Limit.parse(comparison, matcher.group(2), parse);
                });
    }
}
