/**
 * What becomes of a finished result: files in every format, the page of a CI job, messages.
 *
 * <p>Threading: one thread, that of the command. Allocation is free: this runs once, after the
 * load.
 */
package io.spate.cli.results;
