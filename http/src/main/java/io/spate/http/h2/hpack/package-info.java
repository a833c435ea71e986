/**
 * Header compression for HTTP/2 (HPACK, RFC 7541). Decoding follows the peer's dynamic table;
 * encoding uses none, so that a block encoded once can be sent over any connection.
 *
 * <p>Threading: tables of the RFC are constant; an {@link io.spate.http.h2.hpack.HpackDecoder}
 * belongs to one connection.
 *
 * <p>Allocation: an entry of the dynamic table is one array; else nothing.
 */
package io.spate.http.h2.hpack;
