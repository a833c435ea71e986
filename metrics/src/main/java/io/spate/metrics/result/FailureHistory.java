package io.spate.metrics.result;

import io.spate.metrics.Tags;

/**
 * One kind of failed request over the time of a run.
 *
 * @param tags of its series: scenario, method, name, status, error, error_kind and others
 * @param count how often
 * @param firstNanos when it was first seen, since the run's start, to the second
 * @param lastNanos when it was last seen, since the run's start, to the second
 * @param sample one of them, for people to read, without secrets; empty where none was kept
 */
public record FailureHistory(
        Tags tags, long count, long firstNanos, long lastNanos, String sample) {}
