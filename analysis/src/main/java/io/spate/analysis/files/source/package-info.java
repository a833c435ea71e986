/**
 * Bytes, lines and rows of a file, with a message for whatever is wrong with them.
 *
 * <p>Belongs to the thread that reads; memory is bounded by the longest line or row allowed.
 */
package io.spate.analysis.files.source;
