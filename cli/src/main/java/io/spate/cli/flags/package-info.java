/**
 * The flags that commands share, and the values they make. Filled by picocli before a command runs;
 * belongs to one thread.
 */
package io.spate.cli.flags;
