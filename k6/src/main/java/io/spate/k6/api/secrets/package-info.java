/**
 * The module {@code k6/secrets}: what a script is given to use and not to show.
 *
 * <p>Threading: of one user's thread. Allocation: none of note.
 */
package io.spate.k6.api.secrets;
