/**
 * JMeter's file of results (JTL): a row for each request.
 *
 * <p>Threading: belongs to the thread that reads single values. Allocation: none for a row but its
 * text; a few fields for each event loop and the texts of each series, which are bounded.
 */
package io.spate.output.jmeter;
