/**
 * What virtual users share: all those of a test, and those of one scenario on one event loop. With
 * 100,000 users it matters that each holds only what is its own.
 *
 * <p>Threading: a {@link io.spate.script.share.TestShare} is immutable, the rest belongs to its
 * event loop. Allocation: none once a name has been met.
 */
package io.spate.script.share;
