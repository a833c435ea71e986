/**
 * How what was measured gets to a database that may be slow, or away: a queue with a limit, and a
 * thread that encodes, sends, and tries again.
 *
 * <p>Threading: whoever collects hands immutable values to a {@link
 * io.spate.output.delivery.Delivery} and goes on at once; all else happens on the delivery's own
 * thread. Allocation: what waits is bounded by number and by bytes ({@link
 * io.spate.output.delivery.Outbox}); when it is full, neighbours become one, or the oldest are
 * dropped and counted.
 */
package io.spate.output.delivery;
