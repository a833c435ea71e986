/**
 * WebSockets (RFC 6455) over HTTP/1.1: the handshake, frames, messages, the closing handshake. No
 * extension is offered, so that nothing is compressed. Knows nothing of scripts and metrics.
 *
 * <p>Threading: a {@link io.spate.http.websocket.WebSocket} belongs to one event loop. One virtual
 * thread may receive while another one sends; all else is for one at a time. Allocation: a message
 * received is an array of its size, one sent is copied once.
 *
 * <p>Limits: a message received has up to 64 MiB, in whatever number of frames.
 */
package io.spate.http.websocket;
