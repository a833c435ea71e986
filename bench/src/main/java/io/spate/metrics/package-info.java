/**
 * Benchmarks of the metrics, in their package so that they reach its parts. One thread each, as in
 * use.
 */
@NullMarked
package io.spate.metrics;

import org.jspecify.annotations.NullMarked;
