/**
 * {@code spate k6}: takes k6's command lines, prints what k6 prints, ends with k6's codes.
 *
 * <p>Threading: of the main thread; the console takes lines from any. Allocation: before and after
 * a run, and a line at a time.
 */
package io.spate.cli.k6;
