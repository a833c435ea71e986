/**
 * The module {@code k6}: check, sleep, group, fail, randomSeed.
 *
 * <p>Threading: of one user's thread. Allocation: what JavaScript hands over.
 */
package io.spate.k6.api.core;
