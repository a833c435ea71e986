/**
 * Tables with commas of a finished result. Functions of an immutable value; they may be called by
 * any thread.
 */
@NullMarked
package io.spate.report.csv;

import org.jspecify.annotations.NullMarked;
