/**
 * OpenTelemetry: metrics over OTLP, as messages of Protocol Buffers by HTTP
 * (opentelemetry.io/docs/specs/otlp).
 *
 * <p>Threading: what a run came to so far belongs to the delivery's thread. Allocation: a total and
 * encoded attributes for each series, bounded by their number; a request holds a bounded number of
 * points.
 */
package io.spate.output.otel;
