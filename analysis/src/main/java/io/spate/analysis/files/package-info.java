/**
 * Result files of Spate and of other tools, as what a run measured.
 *
 * <p>{@link io.spate.analysis.files.ResultFiles} tells a file's format by its content. A file of
 * single samples becomes histograms by the second; one of figures stays figures, as no histogram
 * can be had from percentiles.
 *
 * <p>Files are read as streams, in memory that is bounded however long they are. Everything here is
 * for one thread at a time; what it gives is immutable.
 */
package io.spate.analysis.files;
