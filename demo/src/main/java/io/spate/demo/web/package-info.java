/**
 * HTTP/1.1 from bytes to a {@link io.spate.demo.web.Request} and from a {@link
 * io.spate.demo.web.Reply} to bytes, and the choice of a route; knows nothing of what the shop
 * sells. Not exported.
 *
 * <p>Threading: everything of a connection runs on its event loop. {@code Reply} is immutable and
 * shared.
 *
 * <p>Allocation: a reply is encoded once and copied into a pooled buffer for each request; a
 * request without a body costs the decoder's objects and one record. A body takes up to 1 MiB.
 */
package io.spate.demo.web;
