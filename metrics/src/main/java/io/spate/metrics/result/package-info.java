/**
 * What becomes of the snapshots of a run: an {@link io.spate.metrics.result.Output} takes each as
 * it comes, a {@link io.spate.metrics.result.Timeline} keeps them in bounded memory, a {@link
 * io.spate.metrics.result.RunResult} is all that the run came to. A {@code Timeline} belongs to one
 * thread; all else is immutable.
 */
package io.spate.metrics.result;
