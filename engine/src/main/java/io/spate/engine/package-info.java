/**
 * Runs a plan: starts iterations when they are due and hands what they measured to outputs.
 *
 * <p>A {@link Run} starts one worker per event loop and shares nothing between them: each has its
 * {@link io.spate.metrics.Recorder}, its virtual users and its {@link
 * io.spate.engine.pacing.Segment} of every scenario. A worker's state belongs to its loop's thread.
 * The thread that calls {@link Run#execute} collects a snapshot each second, calls the outputs, and
 * judges.
 *
 * <p>When iterations start is arithmetic without a clock, in {@link io.spate.engine.pacing}. The
 * run's thread works out the course of each scenario ({@link Conductor}) and sends it to the parts
 * that workers carry ({@link ScenarioRun}). Starting an iteration allocates nothing.
 */
package io.spate.engine;
