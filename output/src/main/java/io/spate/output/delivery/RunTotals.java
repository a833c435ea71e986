package io.spate.output.delivery;

import io.spate.metrics.Accumulator;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What each series came to since the run's start. Belongs to one thread at a time.
 *
 * @param <L> what an output makes of a series once, such as its labels
 */
public final class RunTotals<L> {
    private static final Comparator<Metric> BY_NAME = Comparator.comparing(Metric::name);

    private final SeriesView view;
    private final Function<Series, L> labels;
    private final Map<Metric, Map<Series, Total<L>>> totals = new TreeMap<>(BY_NAME);
    private Set<Series> changed = new HashSet<>();

    /**
     * Nothing yet.
     *
     * @param view how series are shown
     * @param labels called once for each series that is shown
     */
    public RunTotals(SeriesView view, Function<Series, L> labels) {
        this.view = view;
        this.labels = labels;
    }

    private record Total<L>(Accumulator sum, L labels) {}

    /**
     * Sees what series came to.
     *
     * @param <L> what an output makes of a series
     */
    @FunctionalInterface
    public interface Visitor<L> {
        /** Sees what one came to. */
        void total(Metric metric, L labels, Aggregate value);
    }

    /** Adds what an interval brought. */
    public void add(Snapshot second) {
        view.of(second)
                .forEach(
                        (series, value) -> {
                            total(series).sum.add(value);
                            changed.add(series);
                        });
    }

    private Total<L> total(Series series) {
        return totals.computeIfAbsent(series.metric(), _ -> new HashMap<>())
                .computeIfAbsent(series, it -> new Total<>(new Accumulator(), labels.apply(it)));
    }

    /** The metrics that there are, by name. */
    public Set<Metric> metrics() {
        return Collections.unmodifiableSet(totals.keySet());
    }

    /** All series of a metric. */
    public void all(Metric metric, Visitor<L> visitor) {
        totals.getOrDefault(metric, Map.of())
                .forEach((series, total) -> visit(series, total, visitor));
    }

    /** All series. */
    public void all(Visitor<L> visitor) {
        totals.keySet().forEach(it -> all(it, visitor));
    }

    /** Those that have changed since this was last called. */
    public void changed(Visitor<L> visitor) {
        var these = changed;
        changed = new HashSet<>();
        these.forEach(it -> visit(it, total(it), visitor));
    }

    private static <L> void visit(Series series, Total<L> total, Visitor<L> visitor) {
        total.sum.aggregate().ifPresent(it -> visitor.total(series.metric(), total.labels, it));
    }
}
