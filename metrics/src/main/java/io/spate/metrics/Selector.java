package io.spate.metrics;

/**
 * Picks series: a metric's name and the tags they must have. Written {@code name} or {@code
 * name{tag:value,tag2:value2}}, as k6 writes thresholds' keys.
 *
 * @param metric the metric's name
 * @param tags the tags a series must have
 */
public record Selector(String metric, Tags tags) {

    /** Whether a series is picked. */
    public boolean matches(Series series) {
        return series.metric().name().equals(metric) && series.tags().contains(tags);
    }

    /** The selector that a text writes. Throws {@link ThresholdSyntaxException}. */
    public static Selector parse(String text) {
        throw new UnsupportedOperationException();
    }
}
