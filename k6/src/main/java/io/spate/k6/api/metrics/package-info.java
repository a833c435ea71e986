/**
 * The module {@code k6/metrics}: Counter, Gauge, Rate, Trend.
 *
 * <p>Threading: of one user's thread. Allocation: for tags alone.
 */
package io.spate.k6.api.metrics;
