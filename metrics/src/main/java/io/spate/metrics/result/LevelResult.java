package io.spate.metrics.result;

import io.spate.metrics.Snapshot;

/**
 * What a level of load came to.
 *
 * @param total of the whole seconds within the level; those at its edges are left out. As on a
 *     {@link Timeline} there is one series per metric, but with all digits
 */
public record LevelResult(Level level, Snapshot total) {}
