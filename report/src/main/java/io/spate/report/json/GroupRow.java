package io.spate.report.json;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Snapshot;
import java.util.List;
import java.util.TreeMap;

/**
 * A group of a script's steps.
 *
 * @param path the groups around it and its own name, each after two colons: {@code ::shop::pay}
 * @param count how often it was done
 * @param durationMs from its first step's begin to its last one's end
 */
public record GroupRow(String path, long count, Results.Times durationMs) {

    static List<GroupRow> of(Snapshot total) {
        var groups = new TreeMap<String, Histogram>();
        total.aggregates()
                .forEach(
                        (series, value) -> {
                            if (series.metric().equals(BuiltinMetrics.GROUP_DURATION)) {
                                groups.merge(
                                        series.tags().get("group"),
                                        Values.histogram(value),
                                        Histogram::merge);
                            }
                        });
        return groups.entrySet().stream()
                .map(
                        it ->
                                new GroupRow(
                                        it.getKey(),
                                        it.getValue().count(),
                                        Numbers.times(it.getValue())))
                .toList();
    }

    /** A path for people: {@code shop / pay}. */
    public static String words(String path) {
        return (path.startsWith("::") ? path.substring(2) : path).replace("::", " / ");
    }
}
