/**
 * Runs as they are kept: what was run, where, by which commit, every second of it, and what it came
 * to.
 *
 * <p>A store belongs to one process at a time for writing a run; any number may read.
 */
package io.spate.store;
