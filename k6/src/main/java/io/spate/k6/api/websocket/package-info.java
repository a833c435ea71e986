/**
 * The modules {@code k6/ws} and {@code k6/websockets}: sockets of {@link
 * io.spate.http.websocket.WebSocketClient} as scripts hold them, measured as k6 measures them.
 *
 * <p>Threading: a virtual thread of the user's loop receives for each socket and touches no
 * JavaScript; what it receives is handled on the user's thread. Allocation: the messages.
 */
package io.spate.k6.api.websocket;
