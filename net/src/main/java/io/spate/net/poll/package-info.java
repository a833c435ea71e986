/**
 * Ways to the operating system's sockets, one poller each: io_uring, epoll and the JDK's selector.
 *
 * <p>A poller and its sockets belong to one loop and take no lock. A request on an open connection
 * allocates nothing here: what native calls read and write is allocated with the poller, and
 * buffers go back to a pool of the loop.
 */
package io.spate.net.poll;
