package io.spate.engine;

import io.spate.engine.pacing.Segment;
import io.spate.plan.Executor;
import io.spate.plan.Spacing;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Makes the parts of a scenario that workers carry, in the way of its executor. */
final class ScenarioRuns {
    private ScenarioRuns() {}

    /** One for each worker that has a share in it. */
    static List<ScenarioRun> of(ScenarioRun.Part part, List<Worker> workers) {
        var all = workers.size();
        return switch (part.scenario().executor()) {
            case Executor.ConstantVus _,
                    Executor.RampingVus _,
                    Executor.Steps _,
                    Executor.Burst _ ->
                    closed(part, workers, IterationBudget.unlimited());
            case Executor.SharedIterations(var _, var iterations, var _) ->
                    closed(part, workers, IterationBudget.shared(iterations, all));
            case Executor.PerVuIterations(var _, var iterations, var _) ->
                    closed(part, workers, IterationBudget.perUser(iterations, all));
            case Executor.ConstantArrivalRate(
                            var _,
                            var _,
                            var preAllocated,
                            var most,
                            var spacing) ->
                    open(part, workers, spacing, preAllocated, most);
            case Executor.RampingArrivalRate(
                            var _,
                            var _,
                            var preAllocated,
                            var most,
                            var spacing) ->
                    open(part, workers, spacing, preAllocated, most);
            case Executor.Shape(var _, var isOpen, var _, var most) ->
                    isOpen
                            ? open(part, workers, Spacing.EVEN, 1, most)
                            : closed(part, workers, IterationBudget.unlimited());
        };
    }

    /** All workers: those without a share may get one when users are added by hand. */
    private static List<ScenarioRun> closed(
            ScenarioRun.Part part, List<Worker> workers, IterationBudget budget) {
        var count = workers.size();
        return each(
                count,
                i -> new ClosedScenarioRun(part, workers.get(i), new Segment(i, count), budget));
    }

    /** No more workers than users: iterations of one without users would be dropped. */
    private static List<ScenarioRun> open(
            ScenarioRun.Part part, List<Worker> workers, Spacing spacing, int first, int most) {
        var count = Math.clamp(most, 1, workers.size());
        return each(
                count,
                i ->
                        new OpenScenarioRun(
                                part, workers.get(i), new Segment(i, count), spacing, first));
    }

    private static List<ScenarioRun> each(int count, IntFunction<ScenarioRun> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }
}
