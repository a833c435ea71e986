/**
 * What opening a connection takes beside sockets: where it leads, what names mean, and what is said
 * to a proxy.
 *
 * <p>All of it belongs to one event loop and its virtual threads. Nothing here is used on an open
 * connection, so it may allocate.
 */
package io.spate.net.dial;
