package io.spate.script.yaml;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads thresholds: a metric with one condition, or a list of them, short or long. */
final class ThresholdBinder {
    static final Set<String> KEYS = Set.of("threshold", "abortOnFail", "delayAbortEval");

    private final YamlProblems problems;

    ThresholdBinder(YamlProblems problems) {
        this.problems = problems;
    }

    List<Threshold> thresholds(Node node) {
        var fields = Fields.open(node, "thresholds", problems);
        var thresholds = new ArrayList<Threshold>();
        for (var metric : fields.names()) {
            var value = fields.node(metric).orElse(node);
            var conditions =
                    value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
            for (var condition : conditions) {
                threshold(fields, metric, condition).ifPresent(thresholds::add);
            }
        }
        return thresholds;
    }

    private Optional<Threshold> threshold(Fields metrics, String metric, Node node) {
        if (!(node instanceof MappingNode)) {
            return Fields.text(node, "a threshold", problems)
                    .flatMap(text -> parse(metrics, metric, node, text));
        }
        var fields = Fields.of(node, "a threshold", KEYS, problems);
        var abort = fields.flag("abortOnFail").orElse(false);
        var delay = fields.parsed("delayAbortEval", Durations::parse).orElse(Duration.ZERO);
        if (!fields.has("threshold")) {
            problems.add(node, "a threshold needs its condition: threshold: \"p(95)<500\"");
        }
        return fields.text("threshold")
                .flatMap(
                        text -> parse(metrics, metric, fields.node("threshold").orElse(node), text))
                .map(it -> abort ? it.abortingAfter(delay) : it);
    }

    private Optional<Threshold> parse(Fields metrics, String metric, Node node, String text) {
        var threshold = problems.attempt(node, "", () -> Threshold.parse(metric, text));
        threshold.ifPresent(
                it -> {
                    var known = BuiltinMetrics.find(it.selector().metric()).isPresent();
                    var place = known ? node : metrics.key(metric);
                    it.problem().ifPresent(problem -> problems.add(place, problem));
                });
        return threshold;
    }
}
