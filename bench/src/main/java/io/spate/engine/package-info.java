/** Benchmarks of the engine's arithmetic. One thread each, as in use. */
@NullMarked
package io.spate.engine;

import org.jspecify.annotations.NullMarked;
