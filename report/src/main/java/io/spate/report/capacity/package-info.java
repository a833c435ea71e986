/**
 * What a target bears, as a part of the result document and in words. Immutable values and
 * functions of them; any thread.
 */
@NullMarked
package io.spate.report.capacity;

import org.jspecify.annotations.NullMarked;
