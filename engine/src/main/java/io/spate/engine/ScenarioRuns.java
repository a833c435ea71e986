package io.spate.engine;

import io.spate.engine.pacing.Segment;
import io.spate.engine.portion.Portion;
import io.spate.plan.Executor;
import io.spate.plan.Spacing;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Makes the parts of a scenario that workers carry, in the way of its executor.
 *
 * @param portion what of the scenario all workers carry
 */
record ScenarioRuns(ScenarioRun.Part part, List<Worker> workers, Portion portion) {
    ScenarioRuns {
        workers = List.copyOf(workers);
    }

    /** One for each worker that has a share in it. */
    List<ScenarioRun> all() {
        var count = workers.size();
        return switch (part.scenario().executor()) {
            case Executor.ConstantVus _,
                    Executor.RampingVus _,
                    Executor.Steps _,
                    Executor.Burst _ ->
                    closed(IterationBudget.unlimited());
            case Executor.SharedIterations(var vus, var iterations, var _) ->
                    closed(IterationBudget.shared(portion.by(vus).share(iterations), count));
            case Executor.PerVuIterations(var _, var iterations, var _) ->
                    closed(IterationBudget.perUser(iterations, count));
            case Executor.ConstantArrivalRate(
                            var _,
                            var _,
                            var preAllocated,
                            var most,
                            var spacing) ->
                    open(spacing, preAllocated, most);
            case Executor.RampingArrivalRate(
                            var _,
                            var _,
                            var preAllocated,
                            var most,
                            var spacing) ->
                    open(spacing, preAllocated, most);
            case Executor.Shape(var _, var isOpen, var _, var most) ->
                    isOpen ? open(Spacing.EVEN, 1, most) : closed(IterationBudget.unlimited());
        };
    }

    /** All workers: those without a share may get one when users are added by hand. */
    private List<ScenarioRun> closed(IterationBudget budget) {
        var count = workers.size();
        return each(
                count,
                i ->
                        new ClosedScenarioRun(
                                part, workers.get(i), new Segment(i, count, portion), budget));
    }

    /**
     * No more workers than users: iterations of one without users would be dropped. For the same
     * reason iterations are divided as their users are.
     */
    private List<ScenarioRun> open(Spacing spacing, int first, int most) {
        var ours = portion.by(most);
        var count = Math.clamp(portion.share(most), 0, workers.size());
        return each(
                count,
                i ->
                        new OpenScenarioRun(
                                part, workers.get(i), new Segment(i, count, ours), spacing, first));
    }

    private static List<ScenarioRun> each(int count, IntFunction<ScenarioRun> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }
}
