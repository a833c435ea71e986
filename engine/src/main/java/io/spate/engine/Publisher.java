package io.spate.engine;

import io.spate.engine.health.GeneratorWatch;
import io.spate.metrics.Snapshot;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.ResultBuilder;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.result.SteadyState;
import io.spate.plan.TestPlan;
import io.spate.plan.WarmUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands what each second brought to the outputs and the result, and keeps the warm-up apart.
 * Belongs to the run's thread.
 */
final class Publisher {
    private final List<Output> outputs;
    private final Consumer<String> messages;
    private final ResultBuilder builder;
    private final long warmUpNanos;
    private final Optional<SteadyState> steady;
    private boolean warm;

    Publisher(TestPlan plan, List<Output> outputs, Consumer<String> messages) {
        this.outputs = new ArrayList<>(outputs);
        this.messages = messages;
        this.builder = new ResultBuilder(plan.thresholds(), plan.metrics(), plan.levels());
        this.warmUpNanos =
                switch (plan.warmUp()) {
                    case WarmUp.Fixed(var length) -> length.toNanos();
                    case WarmUp.Automatic _ -> 0;
                };
        this.steady =
                switch (plan.warmUp()) {
                    case WarmUp.Fixed _ -> Optional.empty();
                    case WarmUp.Automatic(var max) ->
                            Optional.of(new SteadyState(leavingHalf(plan, max)));
                };
        this.warm = warmUpNanos == 0 && steady.isEmpty();
    }

    /** However long it may last, half of the run is to count. */
    private static Duration leavingHalf(TestPlan plan, Duration max) {
        var half = plan.duration().dividedBy(2);
        return max.compareTo(half) < 0 ? max : half;
    }

    /** When a fixed warm-up ends, in the run's time. */
    long warmUpNanos() {
        return warmUpNanos;
    }

    /** Takes what was measured before the first scenario. */
    void setup(Snapshot measured) {
        if (!measured.aggregates().isEmpty()) {
            builder.setup(measured);
        }
    }

    /**
     * Takes a second.
     *
     * @param endRunNanos the run's time at its end
     * @return whether the warm-up has ended with it
     */
    boolean second(Snapshot second, long endRunNanos) {
        var wasWarm = warm;
        if (warm) {
            builder.add(second);
        } else {
            builder.warmUp(second);
            warm = steady.map(it -> it.add(second)).orElse(endRunNanos >= warmUpNanos);
        }
        tell(output -> output.accept(second));
        return warm && !wasWarm;
    }

    /** Says that from now on the load is not what the plan says. */
    void loadChanged() {
        builder.loadChanged();
    }

    /** Whether a threshold says that the run is to stop now. */
    boolean aborts() {
        return builder.aborts();
    }

    /** Makes the result, and hands it to the outputs. */
    RunResult finish(
            Instant startedAt, Duration elapsed, Ending ending, Optional<GeneratorWatch> watch) {
        if (!warm && ending == Ending.COMPLETED) {
            messages.accept("the run was over before its warm-up: nothing counts");
        }
        var measured = builder.build(startedAt, elapsed, ending, GeneratorHealth.GOOD);
        var result = watch.map(it -> measured.with(it.health(measured))).orElse(measured);
        tell(output -> output.finish(result));
        return result;
    }

    /** An output that fails is told once and left out. */
    private void tell(Consumer<Output> what) {
        for (var output : List.copyOf(outputs)) {
            try {
                what.accept(output);
            } catch (RuntimeException | Error e) {
                outputs.remove(output);
                messages.accept(
                        "%s has failed and is left out from now on: %s"
                                .formatted(output.getClass().getSimpleName(), e));
            }
        }
    }
}
