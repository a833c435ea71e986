/**
 * What a run is judged by: a {@link io.spate.metrics.threshold.Threshold} asks a condition of a
 * metric, a {@link io.spate.metrics.threshold.Verdict} is what all of them came to. Values are
 * immutable; judging allocates and happens once a second, on the thread that collects snapshots.
 */
package io.spate.metrics.threshold;
