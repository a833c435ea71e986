package io.spate.plan;

import io.spate.metrics.Metric;
import io.spate.metrics.Tags;
import io.spate.metrics.result.Level;
import io.spate.metrics.threshold.Threshold;
import java.time.Duration;
import java.util.List;

/**
 * What a run is to do, complete and checked.
 *
 * @param name what the test is called in reports
 * @param target the base URL under test, for people to read; empty where there is no single one
 * @param scenarios at least one, with different names; none begins after itself
 * @param thresholds what the run is judged by; each fits the metric and the load level it names
 * @param tags put on every series
 * @param metrics those that the test adds to {@link io.spate.metrics.BuiltinMetrics}, under
 *     different names
 * @param warmUp what of the beginning is kept out of results and verdict; shorter than the run
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
        PlanCheck.check(scenarios, thresholds, metrics, warmUp);
    }

    /**
     * The stretches in which the load stays the same, by scenario and in order: each step, each
     * stage that keeps its number, the whole of a constant workload. Called {@code 50 users} or
     * {@code 200/s}, {@code 50 users (2)} where there was one before, and with the scenario's name
     * and a colon before it where there are several scenarios. Those that begin after another have
     * none; at most 1,000 are given.
     */
    public List<Level> levels() {
        return Levels.of(scenarios);
    }

    /**
     * From the start of the first scenario to the end of the last one, by plan; how long users take
     * to end their last iterations is left out. Iterations may be done earlier.
     */
    public Duration duration() {
        return Order.duration(scenarios);
    }
}
