/**
 * The module {@code k6/execution}: what a script learns of its run, and how it ends it.
 *
 * <p>Threading: of one user's thread. Allocation: none to speak of.
 */
package io.spate.k6.api.execution;
