/**
 * {@code spate run --repeat} and {@code spate ab}: several runs in one go, and how much they
 * differ.
 *
 * <p>Threading: of the main thread; {@link io.spate.cli.repeat.RunMeter} belongs to the thread that
 * executes the run. Allocation: free, but bounded: a run is kept in at most some thousand
 * intervals.
 */
package io.spate.cli.repeat;
