/**
 * What k6 shows of a run and hands to scripts: progress lines, the compact summary, the data of
 * handleSummary. All are functions of snapshots.
 *
 * <p>Threading: of the thread that executes the run. Allocation: texts, once a second and at the
 * end.
 */
package io.spate.k6.summary;
