/**
 * The process a command runs in: its streams, its terminal, its environment, and what it ends with.
 * Everything that differs between a shell and a test is here.
 */
package io.spate.cli.process;
