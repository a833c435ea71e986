/**
 * Scripts of k6, read for what they mean.
 *
 * <p>Threading: of one thread. Allocation: free.
 */
package io.spate.convert.k6;
