/**
 * What a run says about its target, as rows of the result document and in words. Immutable values
 * and functions of them; any thread.
 */
@NullMarked
package io.spate.report.finding;

import org.jspecify.annotations.NullMarked;
