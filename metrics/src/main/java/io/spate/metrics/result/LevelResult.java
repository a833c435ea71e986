package io.spate.metrics.result;

import io.spate.metrics.Snapshot;

/**
 * What a level of load came to.
 *
 * @param total of the whole seconds within the level; those at its edges are left out
 */
public record LevelResult(Level level, Snapshot total) {}
