/**
 * HTTP/1.1 as bytes: URLs, headers, the heads and bodies of responses, and what can be wrong with
 * them. Knows no user, no measurement and no script.
 *
 * <p>Threading: values are immutable; a {@link io.spate.http.wire.ResponseReader} and a {@link
 * io.spate.http.wire.ByteWriter} belong to one virtual user.
 *
 * <p>Allocation: a response whose head repeats the one before costs the array of its body, if that
 * is kept.
 */
package io.spate.http.wire;
