/**
 * Locustfiles, read for what they mean.
 *
 * <p>Threading: of one thread. Allocation: free.
 */
package io.spate.convert.locust;
