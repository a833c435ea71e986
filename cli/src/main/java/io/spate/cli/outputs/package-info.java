/**
 * The outputs that a command is asked for, as its process gives them files and variables. Used by
 * the thread of the command, before and after a run.
 */
package io.spate.cli.outputs;
