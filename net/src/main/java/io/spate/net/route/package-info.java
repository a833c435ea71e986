/**
 * The way connections take: proxies, a socket in the file system, what names mean, and the
 * addresses they start from.
 *
 * <p>Values, made from what users write and safe for many threads. They are asked once per
 * connection, not per request. No text made here shows credentials.
 */
package io.spate.net.route;
