/**
 * How a request reaches a server and its response comes back: the protocols behind one seam, and
 * the connections of a user or of all users of a loop. Knows no recording and no script.
 *
 * <p>Threading: everything belongs to one event loop and the virtual threads it carries; a {@link
 * io.spate.http.channel.Call} and a {@link io.spate.http.channel.Channels} to one of them.
 *
 * <p>Allocation: a request over an open connection allocates nothing here.
 */
package io.spate.http.channel;
