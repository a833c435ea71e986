/**
 * Locust's four CSV files, written while the run goes on: header, order of rows, quoting and number
 * formats are Locust's, so that what reads its files reads these.
 *
 * <p>Threading: an output belongs to the thread that calls it. Allocation is free, and bounded by
 * the number of endpoints and kinds of failures, which the recording side limits; nothing grows
 * with the length of the run but the history file.
 */
package io.spate.output.csv;
