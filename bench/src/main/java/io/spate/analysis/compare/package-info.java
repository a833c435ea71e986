/**
 * How often comparisons are wrong, on pairs whose truth is known; {@code bench/statistics} starts
 * it.
 *
 * <p>Threading: one thread. Allocation: free.
 */
@NullMarked
package io.spate.analysis.compare;

import org.jspecify.annotations.NullMarked;
