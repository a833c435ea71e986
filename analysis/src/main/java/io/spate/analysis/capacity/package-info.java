/**
 * The search for the highest load that a target bears: what to try next, given what was tried, and
 * how sure the answer is. docs/capacity.md tells how.
 *
 * <p>Everything here is a function of values, but for {@link io.spate.analysis.capacity.StepWatch},
 * which belongs to one thread: no clock, no file.
 */
@NullMarked
package io.spate.analysis.capacity;

import org.jspecify.annotations.NullMarked;
