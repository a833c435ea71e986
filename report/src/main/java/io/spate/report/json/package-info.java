/**
 * The result document of a run, {@code results.json}: what it holds ({@link
 * io.spate.report.json.Results}), how it is derived from a plan and its result, and how it is
 * written and read.
 *
 * <p>Threading: values are immutable and everything else is stateless, so any thread may use it.
 * Allocation is free: this runs once, after the load. Lists are bounded; what is left out is
 * counted.
 */
package io.spate.report.json;
