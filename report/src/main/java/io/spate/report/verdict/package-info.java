/**
 * What a finished run came to in a word and a few reasons, the same in every report.
 *
 * <p>Threading: immutable values, any thread may use them. Allocation is free: this runs once,
 * after the load.
 */
package io.spate.report.verdict;
