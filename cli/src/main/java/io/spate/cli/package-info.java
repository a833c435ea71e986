/**
 * The command: arguments, configuration, signals, exit codes and the wiring of all other modules.
 * Runs on the main thread; may allocate.
 */
package io.spate.cli;
