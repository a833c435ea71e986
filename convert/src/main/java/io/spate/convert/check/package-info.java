/**
 * Looks through scripts for what is not supported, before anything runs.
 *
 * <p>Threading: of one thread. Allocation: free.
 */
package io.spate.convert.check;
