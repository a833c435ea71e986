/**
 * What a YAML test is judged by: thresholds in k6's form, and tables of limits, which expand into
 * the same {@link io.spate.metrics.threshold.Threshold} values. Read by one thread, before the run.
 */
package io.spate.script.yaml.judge;
