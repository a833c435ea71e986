/**
 * The module {@code k6/encoding}: Base64.
 *
 * <p>Threading: for any thread. Allocation: the texts.
 */
package io.spate.k6.api.encoding;
