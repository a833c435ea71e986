/**
 * Which requests are kept as a whole: the slowest, some of each kind that fails, and those whose
 * traces are sampled. All of it belongs to the thread of a recorder, and allocates when an endpoint
 * is first met; {@link io.spate.metrics.keeping.Tracing} is an immutable value.
 */
package io.spate.metrics.keeping;
