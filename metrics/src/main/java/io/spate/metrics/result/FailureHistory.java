package io.spate.metrics.result;

import io.spate.metrics.Tags;
import java.util.List;

/**
 * One kind of failed request over the time of a run.
 *
 * @param tags of its series: scenario, method, name, status, error, error_code and error_kind;
 *     where a run has more than a thousand kinds, those met last have the name {@code (other)} and
 *     their error_kind alone
 * @param count how often
 * @param firstNanos when it was first seen, since the run's start, to the second
 * @param lastNanos when it was last seen, since the run's start, to the second
 * @param sample one of them, for people to read, without secrets; empty where none was kept
 * @param overTime how often in each interval of the run's timeline; empty where that was not kept
 */
public record FailureHistory(
        Tags tags,
        long count,
        long firstNanos,
        long lastNanos,
        String sample,
        List<Long> overTime) {

    /** A kind of which it was not kept how often it was seen when. */
    public FailureHistory(Tags tags, long count, long firstNanos, long lastNanos, String sample) {
        this(tags, count, firstNanos, lastNanos, sample, List.of());
    }

    public FailureHistory {
        overTime = List.copyOf(overTime);
    }
}
