package io.spate.engine;

import io.spate.plan.Executor.Burst;
import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Executor.PerVuIterations;
import io.spate.plan.Executor.RampingArrivalRate;
import io.spate.plan.Executor.RampingVus;
import io.spate.plan.Executor.Shape;
import io.spate.plan.Executor.SharedIterations;
import io.spate.plan.Executor.Steps;
import java.util.List;

/** Picks the way an executor's iterations are started. */
final class ScenarioRuns {
    private ScenarioRuns() {}

    static ScenarioRun of(ScenarioRun.Part part, Worker worker, Segment segment) {
        return switch (part.scenario().executor()) {
            case ConstantVus(var vus, var _) ->
                    closed(part, worker, segment, constant(vus), ClosedScenarioRun.UNLIMITED);
            case RampingVus(var startVus, var stages) ->
                    closed(
                            part,
                            worker,
                            segment,
                            new VuCurve(startVus, stages),
                            ClosedScenarioRun.UNLIMITED);
            case SharedIterations(var vus, var iterations, var _) ->
                    closed(part, worker, segment, constant(vus), segment.share(iterations));
            case PerVuIterations _, Steps _, Burst _, Shape _, RampingArrivalRate _ ->
                    throw new UnsupportedOperationException();
            case ConstantArrivalRate(var rate, var duration, var preAllocated, var max, var _) ->
                    new OpenScenarioRun(
                            part,
                            worker,
                            Pacer.constant(rate, duration.toNanos()).of(segment),
                            segment.share(preAllocated),
                            segment.share(max));
        };
    }

    private static VuCurve constant(int vus) {
        return new VuCurve(vus, List.of());
    }

    private static ScenarioRun closed(
            ScenarioRun.Part part, Worker worker, Segment segment, VuCurve curve, long iterations) {
        return new ClosedScenarioRun(part, worker, segment, curve, iterations);
    }
}
