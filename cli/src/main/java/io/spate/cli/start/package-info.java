/**
 * What helps to write a first test: {@code spate init} and {@code spate schema}.
 *
 * <p>Threading: of the main thread. Allocation: free.
 */
package io.spate.cli.start;
