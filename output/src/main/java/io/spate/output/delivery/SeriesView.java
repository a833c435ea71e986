package io.spate.output.delivery;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The series of a run as an output shows them: without some tags. Series that differ in these alone
 * become one, of merged histograms. Belongs to one thread; remembers each series.
 */
public final class SeriesView {
    private final UnaryOperator<Series> shown;
    private final Map<Series, Series> known = new HashMap<>();

    /**
     * A view.
     *
     * @param shown what a series becomes; of the same metric
     */
    public SeriesView(UnaryOperator<Series> shown) {
        this.shown = shown;
    }

    /** One that leaves out some tags. */
    public static SeriesView without(Set<String> names) {
        var left = Set.copyOf(names);
        return new SeriesView(
                series -> {
                    if (left.stream().allMatch(it -> series.tags().get(it).isEmpty())) {
                        return series;
                    }
                    var tags = new TreeMap<>(series.tags().values());
                    tags.keySet().removeAll(left);
                    return new Series(series.metric(), new Tags(tags));
                });
    }

    /** A series as it is shown. */
    public Series of(Series series) {
        return known.computeIfAbsent(series, shown);
    }

    /** What each series came to. */
    public Map<Series, Aggregate> of(Snapshot snapshot) {
        Map<Series, List<Aggregate>> parts = new HashMap<>();
        snapshot.aggregates()
                .forEach(
                        (series, value) ->
                                parts.computeIfAbsent(of(series), _ -> new ArrayList<>(1))
                                        .add(value));
        Map<Series, Aggregate> merged = HashMap.newHashMap(parts.size());
        parts.forEach(
                (series, values) ->
                        Aggregate.merge(values).ifPresent(it -> merged.put(series, it)));
        return merged;
    }
}
