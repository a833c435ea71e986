package io.spate.engine.pacing;

import io.spate.plan.Executor;

/**
 * How much load there is to be over a workload's time: {@link VuCurve} virtual users or {@link
 * RateCurve} iterations per second. Immutable, pure arithmetic.
 */
public sealed interface Curve permits VuCurve, RateCurve {
    /** An instant that never comes. */
    long NEVER = Long.MAX_VALUE;

    /** What an executor asks for; a shape asks for nothing until it is asked. */
    static Curve of(Executor executor) {
        return switch (executor) {
            case Executor.ConstantVus(var vus, var _) -> new VuCurve.Constant(vus);
            case Executor.Burst(var vus, var _, var _, var _) -> new VuCurve.Constant(vus);
            case Executor.SharedIterations(var vus, var _, var _) -> new VuCurve.Constant(vus);
            case Executor.PerVuIterations(var vus, var _, var _) -> new VuCurve.Constant(vus);
            case Executor.RampingVus(var start, var stages) -> new VuCurve.Ramp(start, stages);
            case Executor.Steps(var start, var more, var every, var most, var _) ->
                    new VuCurve.Steps(start, more, every.toNanos(), most);
            case Executor.ConstantArrivalRate(var rate, var duration, var _, var _, var _) ->
                    RateCurve.constant(rate, duration.toNanos());
            case Executor.RampingArrivalRate(var start, var stages, var _, var _, var _) ->
                    RateCurve.ramp(start, stages);
            case Executor.Shape(var _, var isOpen, var duration, var _) ->
                    isOpen ? RateCurve.constant(0, duration.toNanos()) : new VuCurve.Constant(0);
        };
    }
}
