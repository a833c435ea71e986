/**
 * Writes a test in Spate's own languages.
 *
 * <p>Threading: of one thread. Allocation: free.
 */
package io.spate.convert.write;
