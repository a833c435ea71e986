/**
 * Folds single samples of a file into what each second brought.
 *
 * <p>Belongs to the thread that reads. Memory is bounded by the numbers of series, of intervals and
 * of buckets: beyond them series fold into others, and intervals into longer ones.
 */
package io.spate.analysis.files.samples;
