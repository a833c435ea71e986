package io.spate.report.json;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Folds the series of a run into one row for each metric and for each part that is asked for. */
final class MetricRows {
    private static final Selector EXPECTED =
            new Selector(
                    BuiltinMetrics.HTTP_REQ_DURATION.name(), Tags.of("expected_response", "true"));

    private MetricRows() {}

    /**
     * All metrics of a snapshot by name, each followed by its parts: those that a threshold is
     * about, and requests that were answered as expected.
     */
    static List<MetricRow> of(Snapshot total, Verdict verdict, double seconds) {
        var whole = new TreeMap<String, Metric>();
        for (Series series : total.aggregates().keySet()) {
            // The users of the scenarios are different ones: the latest of them says nothing.
            if (!series.metric().equals(BuiltinMetrics.SCENARIO_VUS)) {
                whole.put(series.metric().name(), series.metric());
            }
        }
        var parts = parts(verdict);
        var rows = new ArrayList<MetricRow>();
        whole.forEach(
                (name, metric) -> {
                    total.find(metric)
                            .ifPresent(
                                    it -> rows.add(MetricRow.of(metric, Tags.NONE, it, seconds)));
                    parts.stream()
                            .map(Selector::parse)
                            .filter(it -> it.metric().equals(name))
                            .forEach(it -> part(total, metric, it, seconds, rows));
                });
        return rows;
    }

    private static SortedSet<String> parts(Verdict verdict) {
        var parts = new TreeSet<String>();
        parts.add(EXPECTED.text());
        for (var judgement : verdict.judgements()) {
            var selector = judgement.threshold().selector();
            if (!selector.tags().values().isEmpty()) {
                parts.add(selector.text());
            }
        }
        return parts;
    }

    private static void part(
            Snapshot total, Metric metric, Selector part, double seconds, List<MetricRow> rows) {
        total.find(part)
                .ifPresent(
                        (Aggregate it) -> rows.add(MetricRow.of(metric, part.tags(), it, seconds)));
    }
}
