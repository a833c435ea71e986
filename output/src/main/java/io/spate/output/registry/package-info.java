/**
 * All outputs there are, by name, and those of one run.
 *
 * <p>Threading: {@link io.spate.output.registry.RunOutputSet} is called by the run's thread; it
 * begins a thread that reads single values where an output wants them. Allocation: none of its own
 * but for what the outputs need.
 */
package io.spate.output.registry;
