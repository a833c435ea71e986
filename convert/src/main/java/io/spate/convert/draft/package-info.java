/**
 * A test between two languages: what both the reading and the writing side know.
 *
 * <p>Threading: values. Allocation: free.
 */
package io.spate.convert.draft;
