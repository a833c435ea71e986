package io.spate.metrics.threshold;

import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the tallies of a series without asking each: there may be one for each of thousands of
 * endpoints. They lie under their metric and the first tag of their selector. Belongs to one
 * thread.
 */
final class SelectorIndex {
    private final Map<Entry, List<Tally>> tallies = new HashMap<>();

    private final Set<String> metrics = new HashSet<>();

    private record Entry(String metric, String tag, String value) {}

    void add(Tally tally) {
        var selector = tally.key().selector();
        var entry =
                selector.tags().values().entrySet().stream()
                        .findFirst()
                        .map(it -> new Entry(selector.metric(), it.getKey(), it.getValue()))
                        .orElse(new Entry(selector.metric(), "", ""));
        tallies.computeIfAbsent(entry, _ -> new ArrayList<>()).add(tally);
        metrics.add(selector.metric());
    }

    /** Whether any series of a metric may have tallies. */
    boolean knows(Metric metric) {
        return metrics.contains(metric.name());
    }

    List<Tally> find(Series series) {
        var found = new ArrayList<Tally>();
        var metric = series.metric().name();
        addMatching(found, new Entry(metric, "", ""), series);
        series.tags()
                .values()
                .forEach((tag, value) -> addMatching(found, new Entry(metric, tag, value), series));
        return List.copyOf(found);
    }

    private void addMatching(List<Tally> found, Entry entry, Series series) {
        for (var tally : tallies.getOrDefault(entry, List.of())) {
            if (tally.key().selector().matches(series)) {
                found.add(tally);
            }
        }
    }
}
