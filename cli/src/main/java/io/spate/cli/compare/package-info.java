/**
 * {@code spate compare}: runs of the history and result files, side by side.
 *
 * <p>Threading: of the main thread. Allocation: free, bounded by the runs that are compared.
 */
package io.spate.cli.compare;
