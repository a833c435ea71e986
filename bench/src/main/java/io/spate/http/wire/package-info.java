/**
 * Benchmarks of the HTTP client, in its package so that they reach its parts. One thread each, as
 * in use.
 */
@NullMarked
package io.spate.http.wire;

import org.jspecify.annotations.NullMarked;
