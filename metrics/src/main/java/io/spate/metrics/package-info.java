/**
 * What is measured and what becomes of it: values go into a {@link io.spate.metrics.Recorder}, come
 * out once a second as an immutable {@link io.spate.metrics.Snapshot}, and from there on everything
 * is a function of snapshots: see {@code io.spate.metrics.threshold} and {@code
 * io.spate.metrics.result}.
 *
 * <p><b>Threads.</b> A {@code Recorder} is written by the one thread of its worker. A {@code
 * Recording} belongs to whoever holds it: to the worker while it is filled, to the collector from
 * the hand-over until it is drained. A {@code SeriesRegistry} is safe for all threads. All else is
 * immutable.
 *
 * <p><b>Memory.</b> {@code Recorder.record} allocates when a series gets its first value, and while
 * the pool of histogram chunks grows to what one interval needs; then nothing. Draining allocates
 * the snapshot, in proportion to the distinct values of the interval. The number of series and of
 * kinds of script errors is bounded.
 */
package io.spate.metrics;
