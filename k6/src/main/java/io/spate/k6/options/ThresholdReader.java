package io.spate.k6.options;

import io.spate.metrics.Metric;
import io.spate.metrics.ThresholdSyntaxException;
import io.spate.metrics.threshold.Threshold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads thresholds: texts, or objects with a condition that may stop the run. */
final class ThresholdReader {
    private final Problems problems;
    private final List<Metric> metrics;
    private final List<Threshold> all = new ArrayList<>();

    ThresholdReader(Problems problems, List<Metric> metrics) {
        this.problems = problems;
        this.metrics = metrics;
    }

    List<Threshold> read(Fields options) {
        options.object("thresholds")
                .ifPresent(it -> it.node().properties().forEach(each -> read(it, each.getKey())));
        return all;
    }

    private void read(Fields fields, String selector) {
        var value = fields.get(selector);
        if (value.isEmpty()) {
            return;
        }
        if (!value.get().isArray()) {
            fields.wrong(selector, "must be a list of conditions, such as ['p(95)<500']");
            return;
        }
        for (var each : value.get()) {
            add(fields, selector, each);
        }
    }

    private void add(Fields fields, String selector, JsonNode condition) {
        if (condition.isString()) {
            parse(fields, selector, condition.stringValue()).ifPresent(all::add);
            return;
        }
        if (!condition.isObject()) {
            fields.wrong(selector, "a condition is a text or an object with one: " + condition);
            return;
        }
        var part = new Fields(condition, fields.path(), fields.tier(), problems);
        var text = part.text("threshold");
        if (text.isEmpty()) {
            fields.wrong(selector, "an object among conditions has a text named threshold");
            return;
        }
        boolean aborts = part.flag("abortOnFail").orElse(false);
        var delay = part.duration("delayAbortEval").orElse(Duration.ZERO);
        parse(fields, selector, text.get())
                .map(it -> aborts ? it.abortingAfter(delay) : it)
                .ifPresent(all::add);
    }

    private Optional<Threshold> parse(Fields fields, String selector, String expression) {
        try {
            var threshold = Threshold.parse(selector, expression);
            var problem = threshold.problem(metrics);
            problem.ifPresent(it -> fields.wrong(selector, it));
            return problem.isEmpty() ? Optional.of(threshold) : Optional.empty();
        } catch (ThresholdSyntaxException e) {
            fields.wrong(selector, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
