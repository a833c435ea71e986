/**
 * The module {@code k6/crypto} and the global {@code crypto}: hashes, keyed hashes, random bytes.
 *
 * <p>Threading: a binding belongs to its user. Allocation: a digest for each hash.
 */
package io.spate.k6.api.crypto;
