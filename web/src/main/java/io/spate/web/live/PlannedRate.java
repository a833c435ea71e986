package io.spate.web.live;

import io.spate.plan.Executor;
import io.spate.plan.RateStage;
import io.spate.plan.Scenario;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The rate that scenarios ask for by their plan, over the time since the run's start.
 *
 * @param scenarios open ones
 */
record PlannedRate(List<Scenario> scenarios) {
    PlannedRate {
        scenarios = List.copyOf(scenarios);
    }

    /** Iterations per second at an instant; nothing where one of them asks a script. */
    OptionalDouble at(long nanos) {
        double sum = 0;
        for (var each : scenarios) {
            long since = nanos - each.startTime().toNanos();
            boolean runs = since >= 0 && since < each.executor().duration().toNanos();
            switch (each.executor()) {
                case Executor.ConstantArrivalRate it -> sum += runs ? it.rate() : 0;
                case Executor.RampingArrivalRate it -> sum += runs ? at(it, since) : 0;
                case Executor.Shape _ -> {
                    return OptionalDouble.empty();
                }
                case Executor.ConstantVus _,
                        Executor.RampingVus _,
                        Executor.Steps _,
                        Executor.Burst _,
                        Executor.SharedIterations _,
                        Executor.PerVuIterations _ -> {
                    // These have users.
                }
            }
        }
        return OptionalDouble.of(sum);
    }

    private static double at(Executor.RampingArrivalRate of, long nanos) {
        double from = of.startRate();
        long left = nanos;
        for (RateStage stage : of.stages()) {
            long length = stage.duration().toNanos();
            if (left < length) {
                return from + (stage.target() - from) * left / length;
            }
            left -= length;
            from = stage.target();
        }
        return from;
    }
}
