/**
 * What people read in a terminal: the head before a run, the live console during it, the summary
 * after it, and the summary as k6 exports it.
 *
 * <p>Everything here is a function of the plan, of one {@link io.spate.metrics.Snapshot} per second
 * and of the final {@link io.spate.metrics.RunResult}. Nothing reads a clock, an environment
 * variable or a terminal; the caller says what the {@link io.spate.report.Terminal} can do.
 *
 * <p>Threading: {@link io.spate.report.LiveConsole} is safe for use by any thread, all else is
 * stateless. Allocation is free: this runs once a second, away from the load. What is kept is
 * bounded: 60 seconds of history and one merged histogram.
 */
package io.spate.report;
