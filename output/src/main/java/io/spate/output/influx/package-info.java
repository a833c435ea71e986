/**
 * InfluxDB: k6's schema, a point for each value, and points for what each second came to.
 *
 * <p>Threading: points of single values are encoded by the thread that reads them, those of seconds
 * by the delivery's thread, which also sends both. Allocation: the text of a series once, bounded
 * by the number of series; a batch of lines at a time.
 */
package io.spate.output.influx;
