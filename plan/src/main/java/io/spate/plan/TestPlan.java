package io.spate.plan;

import io.spate.metrics.Tags;
import io.spate.metrics.Threshold;
import java.util.List;

/**
 * What a run is to do, complete and checked.
 *
 * @param name what the test is called in reports
 * @param target the base URL under test, for people to read; empty where there is no single one
 * @param scenarios at least one, with different names
 * @param thresholds what the run is judged by
 * @param tags put on every series
 */
public record TestPlan(
        String name,
        String target,
        List<Scenario> scenarios,
        List<Threshold> thresholds,
        Tags tags) {

    public TestPlan {
        scenarios = List.copyOf(scenarios);
        thresholds = List.copyOf(thresholds);
        new PlanProblems()
                .require(!scenarios.isEmpty(), "a test plan needs at least one scenario")
                .require(
                        scenarios.stream().map(Scenario::name).distinct().count()
                                == scenarios.size(),
                        "two scenarios have the same name")
                .check();
    }
}
