/**
 * The HTTP client of virtual users, over HTTP/1.1 and HTTP/2: requests encoded once, responses
 * scanned where they lie, and every request measured as k6 measures it.
 *
 * <p>Threading: an {@link io.spate.http.HttpClients} and all that comes from it belong to one event
 * loop and the virtual threads it carries; an {@link io.spate.http.HttpClient} belongs to one of
 * those threads. Only {@link io.spate.http.HttpResponse} and {@link io.spate.http.HttpOptions} may
 * be passed on.
 *
 * <p>Allocation: a request that repeats one sent before allocates its builder and its response and
 * nothing else, where bodies are dropped and the response's header block is the one received
 * before. A new header block costs one copy of it, a kept body one array of its size.
 *
 * <p>Limits: response headers 64 KB, lines of a chunked body 4 KB, a kept body {@link
 * io.spate.http.HttpOptions#bodyBytesMax}, connections of a user 8, cookies of a user 200, names of
 * statistics on a loop 10,000 (later ones go under {@code (other)}). What is dropped for want of
 * room is counted in the metric {@code http_limits_reached}.
 */
package io.spate.http;
