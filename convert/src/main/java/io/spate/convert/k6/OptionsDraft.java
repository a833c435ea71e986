package io.spate.convert.k6;

import io.spate.convert.draft.Load;
import io.spate.convert.draft.Step;
import io.spate.convert.draft.TestDraft.Limit;
import io.spate.convert.js.Js;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The object {@code options} of a script. */
final class OptionsDraft {
    private static final Set<String> READ =
            Set.of("vus", "duration", "iterations", "stages", "scenarios", "thresholds");

    private final Js options;
    private final Expressions expressions;
    private final List<Step.Left> left;

    OptionsDraft(Js options, Expressions expressions, List<Step.Left> left) {
        this.options = options;
        this.expressions = expressions;
        this.left = left;
        for (var property : options.all("properties")) {
            if (!READ.contains(property.key("key"))) {
                left(property);
            }
        }
    }

    /** A scenario of the options. */
    record Spec(
            String name,
            Load load,
            String exec,
            Optional<String> startTime,
            String gracefulStop,
            Map<String, String> tags) {}

    private void left(Js node) {
        left.add(new Step.Left(node.line(), node.source()));
    }

    /** All scenarios; one where there are only the short forms. */
    List<Spec> scenarios() {
        var scenarios = options.property("scenarios");
        if (!scenarios.exists()) {
            return List.of(
                    new Spec(
                            "default",
                            load(options),
                            "default",
                            Optional.empty(),
                            "30s",
                            Map.of()));
        }
        var all = new ArrayList<Spec>();
        for (var property : scenarios.all("properties")) {
            scenario(property.key("key"), property.at("value"))
                    .ifPresentOrElse(all::add, () -> left(property));
        }
        return all;
    }

    private Optional<Spec> scenario(String name, Js node) {
        var load =
                switch (text(node, "executor").orElse("")) {
                    case "constant-vus", "ramping-vus", "shared-iterations" ->
                            Optional.of(load(node));
                    case "per-vu-iterations" ->
                            Optional.<Load>of(
                                    new Load.PerUser(
                                            whole(node, "vus", 1), whole(node, "iterations", 1)));
                    case "constant-arrival-rate" ->
                            text(node, "duration")
                                    .<Load>map(
                                            it ->
                                                    new Load.Rate(
                                                            whole(node, "rate", 1) / unit(node),
                                                            it,
                                                            maxUsers(node)));
                    case "ramping-arrival-rate" ->
                            Optional.<Load>of(
                                    new Load.RateStages(
                                            whole(node, "startRate", 0) / unit(node),
                                            stages(node, unit(node)),
                                            maxUsers(node)));
                    default -> Optional.<Load>empty();
                };
        var tags = new LinkedHashMap<String, String>();
        for (var tag : node.property("tags").all("properties")) {
            tag.at("value").literalText().ifPresent(it -> tags.put(tag.key("key"), it));
        }
        return load.map(
                it ->
                        new Spec(
                                name,
                                it,
                                text(node, "exec").orElse("default"),
                                text(node, "startTime"),
                                text(node, "gracefulStop").orElse("30s"),
                                tags));
    }

    private Load load(Js node) {
        long vus = whole(node, "vus", 1);
        if (node.property("stages").exists()) {
            long start = whole(node, "startVUs", vus);
            return new Load.Stages(start, stages(node, 1));
        }
        if (node.property("iterations").exists()) {
            return new Load.Iterations(vus, whole(node, "iterations", 1));
        }
        return text(node, "duration")
                .<Load>map(it -> new Load.Users(vus, it, Optional.empty()))
                .orElseGet(() -> new Load.Iterations(vus, vus));
    }

    private List<Load.Stage> stages(Js node, double unit) {
        var all = new ArrayList<Load.Stage>();
        for (var stage : expressions.resolved(node.property("stages")).all("elements")) {
            all.add(
                    new Load.Stage(
                            text(stage, "duration").orElse("0s"),
                            expressions.number(stage.property("target")).orElse(0.0) / unit));
        }
        return all;
    }

    private long maxUsers(Js node) {
        return whole(node, "maxVUs", whole(node, "preAllocatedVUs", 1));
    }

    /** Seconds that a rate is for. */
    private double unit(Js node) {
        return switch (text(node, "timeUnit").orElse("1s")) {
            case "1m" -> 60;
            case "1h" -> 3600;
            default ->
                    text(node, "timeUnit")
                            .filter(it -> it.matches("\\d+s"))
                            .map(it -> Double.parseDouble(it.replace("s", "")))
                            .orElse(1.0);
        };
    }

    private Optional<String> text(Js node, String key) {
        return expressions.fixed(node.property(key));
    }

    private long whole(Js node, String key, long otherwise) {
        return expressions.whole(node.property(key)).orElse(otherwise);
    }

    /** Conditions by metric. */
    Map<String, List<Limit>> thresholds() {
        var all = new LinkedHashMap<String, List<Limit>>();
        for (var property : options.property("thresholds").all("properties")) {
            var limits = new ArrayList<Limit>();
            for (var condition : property.at("value").all("elements")) {
                limit(condition).ifPresentOrElse(limits::add, () -> left(property));
            }
            if (!limits.isEmpty()) {
                all.put(property.key("key"), limits);
            }
        }
        return all;
    }

    private Optional<Limit> limit(Js node) {
        if (!node.is("ObjectExpression")) {
            return node.literalText().map(it -> new Limit(it, Optional.empty()));
        }
        boolean aborts = node.property("abortOnFail").source().equals("true");
        return text(node, "threshold")
                .map(
                        it ->
                                new Limit(
                                        it,
                                        aborts
                                                ? Optional.of(
                                                        text(node, "delayAbortEval").orElse("0s"))
                                                : Optional.empty()));
    }
}
