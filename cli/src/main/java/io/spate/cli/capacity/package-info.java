/**
 * {@code spate capacity}: searches for the highest load that a target bears, with one run whose
 * load it changes step by step. A run's thread and the one that catches signals meet in {@link
 * io.spate.cli.capacity.Search}.
 */
@NullMarked
package io.spate.cli.capacity;

import org.jspecify.annotations.NullMarked;
