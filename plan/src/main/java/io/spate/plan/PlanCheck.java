package io.spate.plan;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Nearest;
import io.spate.metrics.result.Level;
import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for what makes the parts of a plan not fit together. */
final class PlanCheck {
    private final PlanProblems problems = new PlanProblems();

    /** Throws where a plan of these parts cannot be run. */
    static void check(
            List<Scenario> scenarios,
            List<Threshold> thresholds,
            List<Metric> metrics,
            WarmUp warmUp) {
        var check = new PlanCheck();
        check.scenarios(scenarios);
        check.metrics(metrics);
        // Levels and lengths need a sound order of scenarios.
        if (check.problems.none()) {
            check.warmUp(warmUp, scenarios);
            check.levels(thresholds, Levels.of(scenarios));
        }
        check.thresholds(thresholds, metrics);
        check.problems.check();
    }

    private void scenarios(List<Scenario> scenarios) {
        problems.require(!scenarios.isEmpty(), "a test plan needs at least one scenario");
        Map<String, Scenario> byName = new HashMap<>();
        for (var scenario : scenarios) {
            problems.require(
                    byName.put(scenario.name(), scenario) == null,
                    "two scenarios have the same name, \"%s\"".formatted(scenario.name()));
        }
        for (var scenario : scenarios) {
            scenario.after().ifPresent(it -> after(scenario, it, byName));
        }
    }

    private void after(Scenario scenario, String name, Map<String, Scenario> byName) {
        problems.require(
                byName.containsKey(name),
                "scenario \"%s\" begins after \"%s\", but there is no such scenario%s"
                        .formatted(scenario.name(), name, Nearest.hint(name, byName.keySet())));
        List<String> path = new ArrayList<>(List.of(scenario.name()));
        var next = Optional.of(name);
        while (next.isPresent() && !path.contains(next.get())) {
            path.add(next.get());
            next = Optional.ofNullable(byName.get(next.get())).flatMap(Scenario::after);
        }
        next.filter(scenario.name()::equals)
                .ifPresent(
                        it ->
                                problems.require(
                                        false,
                                        "scenario \"%s\" would begin after itself: %s"
                                                .formatted(
                                                        it,
                                                        String.join(" after ", path)
                                                                + " after "
                                                                + it)));
    }

    private void metrics(List<Metric> metrics) {
        var names = new HashSet<String>();
        for (var metric : metrics) {
            problems.require(
                            names.add(metric.name()),
                            "two metrics have the same name, \"%s\"".formatted(metric.name()))
                    .require(
                            BuiltinMetrics.find(metric.name()).isEmpty(),
                            "the metric \"%s\" is Spate's own: give yours another name"
                                    .formatted(metric.name()));
        }
    }

    private void warmUp(WarmUp warmUp, List<Scenario> scenarios) {
        switch (warmUp) {
            case WarmUp.Fixed(var length) -> {
                var whole = Order.duration(scenarios);
                problems.require(
                        length.compareTo(whole) < 0,
                        "a warm-up of %s leaves nothing of a run of %s"
                                .formatted(Durations.format(length), Durations.format(whole)));
            }
            case WarmUp.Automatic _ -> {}
        }
    }

    private void levels(List<Threshold> thresholds, List<Level> levels) {
        var names = levels.stream().map(Level::name).toList();
        for (var threshold : thresholds) {
            if (threshold.scope() instanceof Scope.Level(var name)) {
                problems.require(names.contains(name), unknownLevel(name, names));
            }
        }
    }

    private static String unknownLevel(String name, List<String> names) {
        return "there is no load level \"%s\"%s; %s"
                .formatted(
                        name,
                        Nearest.hint(name, names),
                        names.isEmpty()
                                ? "this plan has none, as its load is never the same for a time"
                                : "this plan has " + String.join(", ", names));
    }

    private void thresholds(List<Threshold> thresholds, List<Metric> metrics) {
        for (var threshold : thresholds) {
            var name = threshold.selector().metric();
            metrics.stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .map(threshold::problemFor)
                    .orElseGet(() -> unlessNearCustom(threshold, metrics))
                    .ifPresent(it -> problems.require(false, it));
        }
    }

    private static Optional<String> unlessNearCustom(Threshold threshold, List<Metric> metrics) {
        var name = threshold.selector().metric();
        if (metrics.isEmpty() || BuiltinMetrics.find(name).isPresent()) {
            return threshold.problem();
        }
        var known =
                Stream.concat(metrics.stream(), BuiltinMetrics.ALL.stream())
                        .map(Metric::name)
                        .toList();
        return Optional.of(
                "there is no metric \"%s\"%s".formatted(name, Nearest.hint(name, known)));
    }
}
