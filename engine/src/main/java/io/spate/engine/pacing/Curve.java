package io.spate.engine.pacing;

/**
 * How much load there is to be over a workload's time: {@link VuCurve} virtual users or {@link
 * RateCurve} iterations per second. Immutable, pure arithmetic.
 */
public sealed interface Curve permits VuCurve, RateCurve {
    /** An instant that never comes. */
    long NEVER = Long.MAX_VALUE;
}
