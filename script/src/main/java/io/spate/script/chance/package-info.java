/**
 * What is random in a test: everything follows from the seed of the run, so that two runs with one
 * seed do the same.
 *
 * <p>Threading: a {@link io.spate.script.chance.SeededRandom} belongs to one thread, the rest is
 * immutable. Allocation: none once made.
 */
package io.spate.script.chance;
