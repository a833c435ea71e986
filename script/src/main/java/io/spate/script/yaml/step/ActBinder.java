package io.spate.script.yaml.step;

import io.spate.metrics.Metric;
import io.spate.metrics.Nearest;
import io.spate.script.yaml.step.Step.Act;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Template;
import io.spate.script.yaml.text.ThinkTimes;
import io.spate.script.yaml.text.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads steps that are done in one go: pauses, values, metrics, ends. */
final class ActBinder {
    static final Set<String> VERBS =
            Set.of("think", "set", "metric", "header", "tag", "clearCookies", "fail", "stop");

    private static final Map<String, Step.Flow> STOPS =
            Map.of("iteration", Step.Flow.ITERATION, "loop", Step.Flow.LOOP);

    private final StepSettings settings;
    private final Variables variables;

    ActBinder(StepSettings settings, Variables variables) {
        this.settings = settings;
        this.variables = variables;
    }

    Optional<Act> act(Fields fields, String verb) {
        return switch (verb) {
            case "think" -> ThinkTimes.of(fields, "think").map(Step.Pause::new);
            case "set" -> Optional.of(new Step.Assign(assignments(fields)));
            case "metric" -> Optional.of(new Step.Measure(measurements(fields)));
            case "header" -> Optional.of(new Step.SendHeaders(headers(fields)));
            case "tag" -> Optional.of(new Step.PutTags(fields.templates("tag", variables)));
            case "clearCookies" -> fields.flag(verb).map(_ -> new Step.ClearCookies());
            case "fail" -> fields.template(verb, variables).map(Step.Fail::new);
            default -> fields.word("stop", STOPS).map(Step.Stop::new);
        };
    }

    private Map<String, Template> headers(Fields fields) {
        var headers = fields.templates("header", variables);
        headers.forEach((name, value) -> RequestBinder.checkHeader(fields, "header", name, value));
        return headers;
    }

    private List<Step.Assignment> assignments(Fields fields) {
        var assignments = new ArrayList<Step.Assignment>();
        fields.open("set")
                .ifPresent(
                        open ->
                                open.names()
                                        .forEach(
                                                name ->
                                                        assignment(open, name)
                                                                .ifPresent(assignments::add)));
        return assignments;
    }

    private Optional<Step.Assignment> assignment(Fields fields, String name) {
        // Its text first: a variable cannot be made of itself before it has a value.
        var value = fields.template(name, variables);
        var variable =
                fields.problems().attempt(fields.key(name), "", () -> variables.define(name));
        return value.flatMap(it -> variable.map(number -> new Step.Assignment(number, it)));
    }

    private List<Step.Measurement> measurements(Fields fields) {
        var measurements = new ArrayList<Step.Measurement>();
        fields.open("metric")
                .ifPresent(
                        open ->
                                open.names()
                                        .forEach(
                                                name ->
                                                        measurement(open, name)
                                                                .ifPresent(measurements::add)));
        return measurements;
    }

    private Optional<Step.Measurement> measurement(Fields fields, String name) {
        var metric = settings.metric(name);
        if (metric.isEmpty()) {
            var known = settings.metrics().stream().map(Metric::name).toList();
            fields.problems()
                    .add(
                            fields.key(name),
                            "the test has no metric \"%s\" of its own%s: add it under metrics"
                                    .formatted(name, Nearest.hint(name, known)));
        }
        var value = fields.template(name, variables);
        value.flatMap(Template::constant)
                .filter(it -> Numbers.measured(it).isEmpty())
                .ifPresent(
                        it ->
                                fields.problems()
                                        .add(
                                                fields.node(name).orElse(fields.node()),
                                                "\"%s\" is not a number, nor true or false"
                                                        .formatted(it)));
        return metric.flatMap(number -> value.map(it -> new Step.Measurement(number, it)));
    }
}
