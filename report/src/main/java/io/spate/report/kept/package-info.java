/**
 * Requests that were kept as a whole, as reports show them: the slowest, and some of each kind that
 * failed. Immutable values, made once after a run.
 */
package io.spate.report.kept;
