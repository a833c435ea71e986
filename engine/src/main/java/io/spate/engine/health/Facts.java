package io.spate.engine.health;

import io.spate.engine.health.machine.Machine.Limits;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the judgement has to know of machine and plan.
 *
 * @param limits of this process
 * @param loops event loops
 * @param paced whether the plan says when something is to start (a rate, think time, pacing), and
 *     not only to go on as fast as can be; then starts that come late are not the load that was
 *     asked for
 * @param maxUsers the most users of each scenario
 */
record Facts(Limits limits, int loops, boolean paced, Map<String, Integer> maxUsers) {

    static Facts of(TestPlan plan, Limits limits, int loops) {
        return new Facts(
                limits,
                loops,
                plan.scenarios().stream().anyMatch(Facts::isPaced),
                plan.scenarios().stream()
                        .collect(Collectors.toMap(Scenario::name, it -> it.executor().maxVus())));
    }

    private static boolean isPaced(Scenario scenario) {
        return switch (scenario.executor()) {
            case Executor.ConstantArrivalRate _, Executor.RampingArrivalRate _, Executor.Burst _ ->
                    true;
            case Executor.Shape shape -> shape.open() || rests(scenario);
            case Executor.ConstantVus _,
                    Executor.RampingVus _,
                    Executor.SharedIterations _,
                    Executor.PerVuIterations _,
                    Executor.Steps _ ->
                    rests(scenario);
        };
    }

    private static boolean rests(Scenario scenario) {
        return !scenario.think().equals(ThinkTime.NONE) || scenario.pacing().isPositive();
    }
}
