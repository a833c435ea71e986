/**
 * Reads the data that a test feeds to its virtual users, and deals them out.
 *
 * <p>A {@link io.spate.script.data.Table} is read once, when the test is loaded, checked to its
 * last row, and held in memory in packed form: its bytes and 8 more for each row. A {@link
 * io.spate.script.data.Feed} says which row an iteration gets.
 *
 * <p>Threading: tables are immutable; a feed may be asked by all loops at once and takes no lock.
 * Allocation: choosing a row allocates nothing, reading it makes the texts of its fields.
 */
package io.spate.script.data;
