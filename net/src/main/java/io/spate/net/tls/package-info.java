/**
 * What a user decides about TLS, and the certificates and keys for it.
 *
 * <p>All of it is immutable and made before a run: it is safe for many threads, and what it
 * allocates is allocated once.
 */
package io.spate.net.tls;
