/**
 * The statistics of wrk: counters of every single value while a test runs, and what is computed
 * from them at its end.
 *
 * <p>A {@link io.spate.wrk.stats.Counter} belongs to one event loop, and allocates only where a
 * value falls in a range that none fell in before. {@link io.spate.wrk.stats.Values} are immutable.
 */
package io.spate.wrk.stats;
