package io.spate.k6.vu;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The metrics that a script adds, by number. Every user declares them anew. For any thread. */
public final class MetricRegistry {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,127}");
    private static final int LIMIT = 1_000;

    private final List<Metric> metrics = new ArrayList<>();
    private boolean closed;

    /**
     * Adds a metric, or finds it.
     *
     * @return its number, from 0
     * @throws IllegalArgumentException with a message for the author of the script
     */
    public synchronized int declare(Metric metric) {
        var name = metric.name();
        for (int i = 0; i < metrics.size(); i++) {
            if (metrics.get(i).name().equals(name)) {
                return known(i, metric);
            }
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "invalid metric name: '%s'; it has letters, digits and _, starts with none of"
                                    .formatted(name)
                            + " the digits, and has at most 128 characters");
        }
        if (BuiltinMetrics.find(name).isPresent()) {
            throw new IllegalArgumentException(
                    "metric '%s' is one that every run has; choose another name".formatted(name));
        }
        if (closed) {
            throw new IllegalArgumentException(
                    "metric '%s' is made by some users alone; make it in every user's init code"
                            .formatted(name));
        }
        if (metrics.size() == LIMIT) {
            throw new IllegalArgumentException("a script may add %d metrics".formatted(LIMIT));
        }
        metrics.add(metric);
        return metrics.size() - 1;
    }

    private int known(int number, Metric metric) {
        var known = metrics.get(number);
        if (!known.equals(metric)) {
            throw new IllegalArgumentException(
                    "metric '%s' already exists but with type %s, instead of %s"
                            .formatted(metric.name(), shown(known), shown(metric)));
        }
        return number;
    }

    private static String shown(Metric metric) {
        var type = metric.type().name().toLowerCase(java.util.Locale.ROOT);
        return metric.contains() == Metric.Contains.TIME ? type + " of times" : type;
    }

    /** Lets none be added: the plan is made. */
    public synchronized void close() {
        closed = true;
    }

    /** A metric by its number. */
    public synchronized Metric get(int number) {
        return metrics.get(number);
    }

    /** All of them, by number. */
    public synchronized List<Metric> all() {
        return List.copyOf(metrics);
    }
}
