/**
 * The global {@code crypto}, as browsers have it (W3C Web Cryptography): random values, and {@code
 * subtle} with the algorithms that both k6 and the JDK have.
 *
 * <p>Threading: of one user's thread. Allocation: what comes out.
 */
package io.spate.k6.api.webcrypto;
