package io.spate.script.share;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The metrics that a test adds. */
public final class CustomMetrics {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,127}");
    private static final int LIMIT = 1_000;

    private final List<Metric> metrics = new ArrayList<>();

    /**
     * Adds a metric.
     *
     * @return its number, from 0
     * @throws IllegalArgumentException where its name is taken or no name
     */
    public int add(Metric metric) {
        var name = metric.name();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a metric's name has letters, digits and _, a letter first, and at most 128 of"
                            + " them");
        }
        if (BuiltinMetrics.find(name).isPresent()) {
            throw new IllegalArgumentException(
                    "this is one that every run has: choose another name");
        }
        if (metrics.stream().anyMatch(it -> it.name().equals(name))) {
            throw new IllegalArgumentException("there are two of that name");
        }
        if (metrics.size() == LIMIT) {
            throw new IllegalArgumentException("a test may add %d metrics".formatted(LIMIT));
        }
        metrics.add(metric);
        return metrics.size() - 1;
    }

    /** All of them, by number. */
    public List<Metric> all() {
        return List.copyOf(metrics);
    }
}
