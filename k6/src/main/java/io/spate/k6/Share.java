package io.spate.k6;

import io.spate.engine.portion.Portion;
import io.spate.plan.Executor;
import io.spate.plan.RateStage;
import io.spate.plan.Scenario;
import io.spate.plan.Stage;
import io.spate.plan.TestPlan;
import java.util.ArrayList;
import java.util.Optional;

/** What this instance does of a plan of which it carries a portion, for people to read. */
final class Share {
    private Share() {}

    /** The plan with this instance's users, rates and iterations. */
    static TestPlan of(TestPlan plan, Portion portion) {
        if (portion.isWhole()) {
            return plan;
        }
        var scenarios = new ArrayList<Scenario>();
        for (var each : plan.scenarios()) {
            executor(each.executor(), portion)
                    .ifPresent(it -> scenarios.add(each.withExecutor(it)));
        }
        return scenarios.isEmpty() ? plan : plan.withScenarios(scenarios);
    }

    /** How a scenario is divided; empty where nothing of it is left. */
    private static Optional<Executor> executor(Executor whole, Portion portion) {
        int most = users(whole.maxVus(), portion);
        if (most == 0) {
            return Optional.empty();
        }
        double fraction = portion.by(whole.maxVus()).fraction();
        return switch (whole) {
            case Executor.ConstantVus it ->
                    Optional.of(new Executor.ConstantVus(most, it.duration()));
            case Executor.RampingVus it ->
                    Optional.of(
                            new Executor.RampingVus(
                                    users(it.startVus(), portion),
                                    it.stages().stream()
                                            .map(stage -> stage(stage, portion))
                                            .toList()));
            case Executor.SharedIterations it ->
                    Optional.of(portion.by(it.vus()).share(it.iterations()))
                            .filter(iterations -> iterations > 0)
                            .map(
                                    iterations ->
                                            new Executor.SharedIterations(
                                                    most, iterations, it.maxDuration()));
            case Executor.PerVuIterations it ->
                    Optional.of(
                            new Executor.PerVuIterations(most, it.iterations(), it.maxDuration()));
            case Executor.ConstantArrivalRate it ->
                    Optional.of(
                            new Executor.ConstantArrivalRate(
                                    it.rate() * fraction,
                                    it.duration(),
                                    Math.max(1, users(it.preAllocatedVus(), portion)),
                                    most));
            case Executor.RampingArrivalRate it ->
                    Optional.of(
                            new Executor.RampingArrivalRate(
                                    it.startRate() * fraction,
                                    it.stages().stream()
                                            .map(
                                                    stage ->
                                                            new RateStage(
                                                                    stage.duration(),
                                                                    stage.target() * fraction))
                                            .toList(),
                                    Math.max(1, users(it.preAllocatedVus(), portion)),
                                    most,
                                    it.spacing()));
            case Executor.Steps _, Executor.Burst _, Executor.Shape _ -> Optional.of(whole);
        };
    }

    private static Stage stage(Stage whole, Portion portion) {
        return new Stage(whole.duration(), users(whole.target(), portion));
    }

    private static int users(int whole, Portion portion) {
        return Math.toIntExact(portion.share(whole));
    }
}
