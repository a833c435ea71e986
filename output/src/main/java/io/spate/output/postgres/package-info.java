/**
 * PostgreSQL and TimescaleDB: what each second came to, in tables that are made where they are not
 * there.
 *
 * <p>Threading: all of it belongs to the delivery's thread. Allocation: the rows of a second at a
 * time; a number for each series.
 */
package io.spate.output.postgres;
