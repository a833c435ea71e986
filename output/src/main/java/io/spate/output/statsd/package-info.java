/**
 * StatsD by UDP: what each second came to.
 *
 * <p>Threading: all of it belongs to the delivery's thread. Allocation: packets of a second at a
 * time.
 */
package io.spate.output.statsd;
