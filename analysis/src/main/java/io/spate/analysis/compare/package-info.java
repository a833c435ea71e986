/**
 * Whether runs differ: an estimate of the change of each figure with its interval, and a verdict.
 *
 * <p>What is done, why, and how well it does it stands in docs/statistics.md. Everything is a
 * function of values and a seed: no clock, any thread. Allocation: free, bounded by {@link
 * io.spate.analysis.compare.Endpoints#JUDGED} endpoints and some thousand cells for each.
 */
package io.spate.analysis.compare;
