package io.spate.report.json;

import io.spate.plan.Durations;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.ThinkTime;
import java.time.Duration;

/** Says a workload in words, beyond what the executor says itself. */
public final class WorkloadWords {
    private WorkloadWords() {}

    /** The executor as k6 calls it; those that k6 lacks in its manner. */
    public static String executor(Executor executor) {
        return switch (executor) {
            case Executor.ConstantVus _ -> "constant-vus";
            case Executor.RampingVus _ -> "ramping-vus";
            case Executor.SharedIterations _ -> "shared-iterations";
            case Executor.PerVuIterations _ -> "per-vu-iterations";
            case Executor.Steps _ -> "steps";
            case Executor.Burst _ -> "burst";
            case Executor.Shape _ -> "shape";
            case Executor.ConstantArrivalRate _ -> "constant-arrival-rate";
            case Executor.RampingArrivalRate _ -> "ramping-arrival-rate";
        };
    }

    /** What the executor does, and its limits. */
    static String describe(Executor executor) {
        var limits = executor.limits();
        return executor.describe() + (limits.isEmpty() ? "" : " (" + limits + ")");
    }

    /** The pause between two iterations and the distance of their starts; empty for neither. */
    static String think(Scenario scenario) {
        var pause = think(scenario.think());
        if (scenario.pacing().isZero()) {
            return pause;
        }
        var pacing = "every " + words(scenario.pacing());
        return pause.isEmpty() ? pacing : pause + ", " + pacing;
    }

    private static String think(ThinkTime think) {
        return switch (think) {
            case ThinkTime.Constant(var pause) -> pause.isZero() ? "" : words(pause);
            case ThinkTime.Exponential(var mean) -> words(mean) + " on average";
            case ThinkTime.Uniform(var min, var max) -> words(min) + " to " + words(max);
        };
    }

    private static String words(Duration duration) {
        return Durations.format(duration);
    }
}
