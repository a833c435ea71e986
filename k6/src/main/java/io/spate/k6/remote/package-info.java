/**
 * Stand-ins for the modules that scripts import by URL: Spate's own code with the names and results
 * of theirs, so that nothing is loaded from a network.
 *
 * <p>Threading: immutable. Allocation: a text is read when it is first imported.
 */
package io.spate.k6.remote;
