/**
 * What the modules that scripts import have in common; each module is a package below. A new one is
 * an {@link io.spate.k6.vu.ApiModule}, its JavaScript beside it, and a line in {@code
 * io.spate.k6.K6Modules}.
 *
 * <p>Threading: all that is bound to a user belongs to that user's thread. Allocation: as much as a
 * script asks for.
 */
package io.spate.k6.api;
