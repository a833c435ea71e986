package io.spate.cli.capacity;

import io.spate.cli.process.UsageException;
import io.spate.plan.Executor;
import io.spate.plan.RateStage;
import io.spate.plan.Scenario;
import io.spate.plan.Spacing;
import io.spate.plan.Stage;
import io.spate.plan.TestPlan;
import io.spate.plan.WarmUp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A test's plan made fit for a search: each scenario has a load that can be set, for as long as the
 * search may take.
 *
 * @param plan without thresholds: overload is what the search is after
 * @param shares which part of the load each scenario has, by name; 1 in all
 * @param open whether the load is a rate
 */
record CapacityPlan(TestPlan plan, Map<String, Double> shares, boolean open) {

    /** No load until the search sets one; the highest comes after its end, which is never. */
    private static final Duration NEVER = Duration.ofSeconds(60);

    static CapacityPlan of(
            TestPlan plan,
            boolean open,
            Duration length,
            double to,
            int usersMax,
            Spacing spacing) {
        for (var scenario : plan.scenarios()) {
            if (scenario.after().isPresent()) {
                throw new UsageException(
                        "scenario \"%s\" begins after another: a search loads all at once. Name a test whose scenarios run side by side."
                                .formatted(scenario.name()));
            }
        }
        double all = plan.scenarios().stream().mapToDouble(CapacityPlan::weight).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        plan.scenarios().forEach(it -> shares.put(it.name(), weight(it) / all));
        var scenarios =
                plan.scenarios().stream()
                        .map(
                                it ->
                                        scenario(
                                                it,
                                                executor(open, length, to, usersMax, spacing),
                                                open))
                        .toList();
        var bare = plan.withThresholds(List.of()).withWarmUp(WarmUp.NONE).withScenarios(scenarios);
        return new CapacityPlan(bare, Map.copyOf(shares), open);
    }

    /** As much as it has of its test's load at the most. */
    private static double weight(Scenario scenario) {
        return scenario.rateMax().orElse(scenario.executor().maxVus());
    }

    private static Executor executor(
            boolean open, Duration length, double to, int usersMax, Spacing spacing) {
        return open
                ? new Executor.RampingArrivalRate(
                        0,
                        List.of(new RateStage(length, 0), new RateStage(NEVER, to)),
                        1,
                        usersMax,
                        spacing)
                : new Executor.RampingVus(
                        0, List.of(new Stage(length, 0), new Stage(NEVER, (int) Math.ceil(to))));
    }

    /** Pacing belongs to users; arrivals come when they come. */
    private static Scenario scenario(Scenario of, Executor executor, boolean open) {
        return new Scenario(
                of.name(),
                executor,
                of.think(),
                open ? Duration.ZERO : of.pacing(),
                Optional.empty(),
                Duration.ZERO,
                of.gracefulStop(),
                of.tags());
    }
}
