/**
 * Servers that misbehave, what Spate reports of each, and that it costs nobody else: no hang, no
 * leak, no wrong count. docs/reliability.md is printed from the same table.
 */
@NullMarked
package io.spate.acceptance.reliability;

import org.jspecify.annotations.NullMarked;
