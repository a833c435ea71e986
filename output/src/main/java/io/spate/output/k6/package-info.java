/**
 * k6's outputs {@code json} and {@code csv}: a line for each value, as k6 lays it out.
 *
 * <p>Threading: one thread of its own reads what recorders log and writes files; the run's thread
 * hands it the gauges of each second. Allocation: texts of a series once, then none but for the
 * time of day once a second; bounded by the number of series, which the recording side limits.
 */
package io.spate.output.k6;
