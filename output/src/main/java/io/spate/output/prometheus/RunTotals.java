package io.spate.output.prometheus;

import io.spate.metrics.Accumulator;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.output.delivery.SeriesView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What each series came to since the run's start. Belongs to one thread at a time. */
final class RunTotals {
    private final SeriesView view;
    private final Map<Series, Total> totals = new HashMap<>();
    private Set<Series> changed = new HashSet<>();

    RunTotals(SeriesView view) {
        this.view = view;
    }

    private record Total(Accumulator sum, Labels labels) {}

    /** Sees what series came to. */
    @FunctionalInterface
    interface Visitor {
        void total(Metric metric, Labels labels, Aggregate value);
    }

    void add(Snapshot second) {
        view.of(second)
                .forEach(
                        (series, value) -> {
                            total(series).sum.add(value);
                            changed.add(series);
                        });
    }

    private Total total(Series series) {
        return totals.computeIfAbsent(
                series, it -> new Total(new Accumulator(), Labels.of(it.tags().values())));
    }

    /** All series. */
    void all(Visitor visitor) {
        totals.forEach((series, total) -> visit(series, total, visitor));
    }

    /** Those that have changed since this was last called. */
    void changed(Visitor visitor) {
        var these = changed;
        changed = new HashSet<>();
        these.forEach(it -> visit(it, total(it), visitor));
    }

    private static void visit(Series series, Total total, Visitor visitor) {
        total.sum.aggregate().ifPresent(it -> visitor.total(series.metric(), total.labels, it));
    }
}
