/**
 * The module {@code k6/data}: SharedArray.
 *
 * <p>Threading: the data is for any thread, what a user makes of it is that user's. Allocation: an
 * element each time it is read.
 */
package io.spate.k6.api.data;
