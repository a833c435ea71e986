/**
 * The modules {@code k6/experimental/fs} and {@code k6/experimental/csv}: files read once for all
 * users, and their rows.
 *
 * <p>Threading: what a file holds is for any thread, where a user reads is that user's. Allocation:
 * what is read.
 */
package io.spate.k6.api.files;
