/**
 * Places of requests in traces, and the header that tells them. Belongs to an event loop, or to one
 * of its users; a request's costs no object.
 */
package io.spate.http.trace;
