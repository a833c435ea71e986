/**
 * Bytes over sockets: event loops, connections, timers, TLS and names.
 *
 * <h2>Threads</h2>
 *
 * <p>An {@link io.spate.net.EventLoop} is one platform thread. Sockets, timers and buffers belong
 * to it and need no lock. The virtual threads that use them are scheduled by the loop itself: they
 * are mounted on its thread, at the top of its turn, and nowhere else, so their calls are the
 * loop's own, and what their users share on a loop needs no lock either. Where the JDK offers no
 * way to that, a loop does not start: on the JDK's scheduler users would run side by side and count
 * wrongly.
 *
 * <p>The loop's own thread takes no lock. A virtual thread that waits for a lock may stand before
 * it in the queue, and could not run to take its turn.
 *
 * <p>A turn of the loop: poll and receive, due timers, tasks and virtual threads, send. Work per
 * turn is bounded, so that none of them starves another. The ways to poll are in {@link
 * io.spate.net.poll}.
 *
 * <h2>Memory</h2>
 *
 * <p>A request on an open connection allocates nothing here: the state of a wait belongs to the
 * connection, and buffers to the loop, which lends them as long as there is something in them. A
 * sleep allocates one timer.
 */
package io.spate.net;
