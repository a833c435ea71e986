package io.spate.script.yaml.judge;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Nearest;
import io.spate.metrics.Selector;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads thresholds: a metric with one condition, or a list of them, short or long; and limits of
 * latency, errors and throughput.
 */
public final class ThresholdBinder {
    /** The keys of a threshold's long form. */
    public static final Set<String> KEYS =
            Set.of("threshold", "over", "tolerance", "abortOnFail", "delayAbortEval");

    /** The names among thresholds that stand for limits, not for metrics. */
    public static final Set<String> LIMIT_NAMES =
            Set.of("latency", "error_rate", "throughput", "availability", "apdex");

    private final Reading reading;
    private final List<Metric> own;

    /**
     * For a test.
     *
     * @param own the metrics that it has besides the built-in ones
     */
    public ThresholdBinder(Reading reading, List<Metric> own) {
        this.reading = reading;
        this.own = List.copyOf(own);
    }

    /**
     * The thresholds of a mapping.
     *
     * @param tags that all of them ask for
     */
    public List<Threshold> thresholds(Node node, Tags tags) {
        var fields = reading.open(node, "thresholds");
        var thresholds = new ArrayList<>(limits(fields, tags));
        for (var metric : fields.names()) {
            if (!LIMIT_NAMES.contains(metric)) {
                for (var condition : fields.oneOrMore(metric)) {
                    threshold(fields, metric, tags, condition).ifPresent(thresholds::add);
                }
            }
        }
        return thresholds;
    }

    private List<Threshold> limits(Fields fields, Tags tags) {
        var judged = LimitBinder.Judged.run(tags);
        var limits = new LimitBinder(fields, judged);
        var thresholds = new ArrayList<>(limits.others());
        fields.fields("latency", LimitBinder.LATENCY_KEYS)
                .ifPresent(it -> thresholds.addAll(new LimitBinder(it, judged).latencies()));
        return thresholds;
    }

    private Optional<Threshold> threshold(Fields metrics, String metric, Tags tags, Node node) {
        if (!(node instanceof MappingNode)) {
            return reading.text(node, "a threshold")
                    .flatMap(text -> parse(metrics, metric, tags, node, text));
        }
        var fields = reading.fields(node, "a threshold", KEYS);
        var how = Modifiers.of(fields);
        if (!fields.has("threshold")) {
            fields.problems()
                    .add(node, "a threshold needs its condition: threshold: \"p(95)<500\"");
        }
        return fields.text("threshold")
                .flatMap(
                        text ->
                                parse(
                                        metrics,
                                        metric,
                                        tags,
                                        fields.node("threshold").orElse(node),
                                        text))
                .map(how::over);
    }

    private Optional<Threshold> parse(
            Fields metrics, String metric, Tags tags, Node node, String text) {
        var threshold =
                reading.problems()
                        .attempt(node, "", () -> with(Threshold.parse(metric, text), tags));
        return threshold.filter(it -> isKnown(metrics, metric, node, it));
    }

    private static Threshold with(Threshold threshold, Tags tags) {
        var all = threshold.selector().tags().with(tags);
        return new Threshold(
                new Selector(threshold.selector().metric(), all),
                threshold.condition(),
                threshold.scope(),
                threshold.tolerance(),
                threshold.abortOnFail(),
                threshold.delayAbortEval());
    }

    private boolean isKnown(Fields metrics, String key, Node node, Threshold threshold) {
        var name = threshold.selector().metric();
        var metric =
                BuiltinMetrics.find(name)
                        .or(() -> own.stream().filter(it -> it.name().equals(name)).findFirst());
        if (metric.isEmpty()) {
            reading.problems()
                    .add(
                            metrics.key(key),
                            "there is no metric \"%s\"%s"
                                    .formatted(name, Nearest.hint(name, known())));
            return false;
        }
        var problem = threshold.problemFor(metric.get());
        problem.ifPresent(it -> reading.problems().add(node, it));
        return problem.isEmpty();
    }

    private Set<String> known() {
        var names = new TreeSet<>(LIMIT_NAMES);
        Stream.concat(BuiltinMetrics.ALL.stream(), own.stream())
                .map(Metric::name)
                .forEach(names::add);
        return names;
    }
}
