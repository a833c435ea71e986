package io.spate.metrics;

/**
 * The values of one metric under one set of tags.
 *
 * @param metric what is measured
 * @param tags what tells it apart from the metric's other series
 */
public record Series(Metric metric, Tags tags) {

    /** By the name alone of the metric, whose hash is known; no two in a run have the same. */
    @Override
    public int hashCode() {
        return (metric.name().hashCode() * 0x9E3779B9) ^ tags.hashCode();
    }
}
