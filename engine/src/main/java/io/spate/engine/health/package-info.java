/**
 * The generator watches itself: how busy its event loops are, what the machine takes from them, and
 * where it comes near a limit of its own; and judges at the end which numbers not to trust.
 *
 * <p>A {@link io.spate.engine.health.GeneratorWatch} belongs to the thread that collects. A {@code
 * LoopProbe} belongs to its loop, a {@code StallProbe} to a thread of its own. On a loop nothing is
 * allocated; elsewhere some kilobytes a second. What is kept for the judgement does not grow with
 * the length of a run.
 */
package io.spate.engine.health;
