/**
 * HTTP/2 (RFC 9113) over a {@link io.spate.net.Connection}: frames, streams, flow control both ways
 * and settings, in our own code. Knows no user, no measurement and no script.
 *
 * <p>Threading: an {@link io.spate.http.h2.Http2Connection} belongs to one event loop; all virtual
 * users of the loop may send over it at the same time. Nobody reads for all of them: whoever waits
 * first reads and hands out what came to whom, and when he has what he waits for, the next one who
 * still waits reads on. So a user with a connection of his own reads as over HTTP/1.1, without
 * another thread between, and many users on one connection cost one change of threads each.
 *
 * <p>Allocation: an {@link io.spate.http.h2.Http2Stream} is its user's, for one request after
 * another. A response whose header block repeats an earlier one costs a comparison; a new one is
 * decoded into one array. A repeated request is a copy of its block.
 *
 * <p>Limits: a header block 64 KB and 64 frames, received frames 16 KB (what we announce), a stream
 * 16 MB and a connection 1 GB on the way to us (flow control), answers waiting to be written 64 KB.
 * A peer that breaks one is told why (GOAWAY), and its requests fail by kind {@code protocol}.
 */
package io.spate.http.h2;
