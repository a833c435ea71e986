package io.spate.plan;

import io.spate.metrics.Metric;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold;
import java.util.HashSet;
import java.util.List;

/**
 * What a run is to do, complete and checked.
 *
 * @param name what the test is called in reports
 * @param target the base URL under test, for people to read; empty where there is no single one
 * @param scenarios at least one, with different names
 * @param thresholds what the run is judged by; each fits the metric it names
 * @param tags put on every series
 * @param metrics those that the test adds to {@link io.spate.metrics.BuiltinMetrics}
 * @param warmUp what of the beginning is kept out of results and verdict
 * @param seed what everything random follows from
 */
public record TestPlan(
        String name,
        String target,
        List<Scenario> scenarios,
        List<Threshold> thresholds,
        Tags tags,
        List<Metric> metrics,
        WarmUp warmUp,
        long seed) {

    /** A plan without metrics of its own and without a warm-up, with seed 1. */
    public TestPlan(
            String name,
            String target,
            List<Scenario> scenarios,
            List<Threshold> thresholds,
            Tags tags) {
        this(name, target, scenarios, thresholds, tags, List.of(), WarmUp.NONE, 1);
    }

    /** The same with other scenarios. */
    public TestPlan withScenarios(List<Scenario> others) {
        return new TestPlan(name, target, others, thresholds, tags, metrics, warmUp, seed);
    }

    /** The same with other thresholds. */
    public TestPlan withThresholds(List<Threshold> others) {
        return new TestPlan(name, target, scenarios, others, tags, metrics, warmUp, seed);
    }

    /** The same with other tags. */
    public TestPlan withTags(Tags others) {
        return new TestPlan(name, target, scenarios, thresholds, others, metrics, warmUp, seed);
    }

    /** The same with another warm-up. */
    public TestPlan withWarmUp(WarmUp other) {
        return new TestPlan(name, target, scenarios, thresholds, tags, metrics, other, seed);
    }

    public TestPlan {
        scenarios = List.copyOf(scenarios);
        thresholds = List.copyOf(thresholds);
        metrics = List.copyOf(metrics);
        var problems = new PlanProblems();
        problems.require(!scenarios.isEmpty(), "a test plan needs at least one scenario");
        var names = new HashSet<String>();
        for (var scenario : scenarios) {
            problems.require(
                    names.add(scenario.name()),
                    "two scenarios have the same name, \"%s\"".formatted(scenario.name()));
        }
        for (var threshold : thresholds) {
            threshold.problem().ifPresent(it -> problems.require(false, it));
        }
        problems.check();
    }
}
