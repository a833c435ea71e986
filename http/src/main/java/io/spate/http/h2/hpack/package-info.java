/**
 * Header compression for HTTP/2 (HPACK, RFC 7541). Decoding follows the peer's dynamic table;
 * encoding uses none at first, so that a block encoded once serves any connection, and each
 * connection then shortens it by a table of its own.
 *
 * <p>Threading: tables of the RFC are constant; an {@link io.spate.http.h2.hpack.HpackDecoder} and
 * a {@link io.spate.http.h2.hpack.BlockShortener} belong to one connection.
 *
 * <p>Allocation: an entry of a dynamic table has one array; else nothing.
 */
package io.spate.http.h2.hpack;
