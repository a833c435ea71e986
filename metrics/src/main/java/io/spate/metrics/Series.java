package io.spate.metrics;

/**
 * The values of one metric under one set of tags.
 *
 * @param metric what is measured
 * @param tags what tells it apart from the metric's other series
 */
public record Series(Metric metric, Tags tags) {}
