/**
 * What surrounds a test: objectives, variables, headers from the environment, and where each value
 * comes from.
 *
 * <p>Threading: one thread, that of the command. Allocation is free: this runs before the load.
 */
package io.spate.cli.settings;
