package io.spate.k6;

import io.spate.engine.portion.Portion;
import io.spate.plan.Executor;
import io.spate.plan.TestPlan;
import java.util.ArrayList;
import java.util.List;

/** The numbers that the engine gives to the users that a plan needs from its start. */
final class UserIds {
    private UserIds() {}

    /** Those of users that are made before the run, scenario by scenario. */
    static List<Long> ahead(TestPlan plan, Portion portion) {
        var all = new ArrayList<Long>();
        int scenarios = plan.scenarios().size();
        for (int index = 0; index < scenarios; index++) {
            var scenario = plan.scenarios().get(index);
            var executor = scenario.executor();
            int count = users(executor);
            var ours = scenario.isOpen() ? portion.by(executor.maxVus()) : portion;
            long share = ours.share(count);
            for (long number = 0; number < share; number++) {
                all.add(ours.global(number) * scenarios + index + 1);
            }
        }
        return all;
    }

    private static int users(Executor executor) {
        return switch (executor) {
            case Executor.ConstantArrivalRate it -> it.preAllocatedVus();
            case Executor.RampingArrivalRate it -> it.preAllocatedVus();
            case Executor.ConstantVus it -> it.maxVus();
            case Executor.RampingVus it -> it.maxVus();
            case Executor.SharedIterations it -> it.maxVus();
            case Executor.PerVuIterations it -> it.maxVus();
            case Executor.Steps it -> it.maxVus();
            case Executor.Burst it -> it.maxVus();
            case Executor.Shape it -> it.maxVus();
        };
    }
}
