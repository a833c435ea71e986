package io.spate.k6.summary;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import io.spate.report.json.Results;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a check came to. */
record CheckLine(String name, long passes, long fails) {

    /** Those of a run. */
    static List<CheckLine> of(Results results) {
        return results.checks().stream()
                .map(it -> new CheckLine(it.name(), it.passes(), it.fails()))
                .toList();
    }

    /** Those of a part of a run, by name. */
    static List<CheckLine> of(Snapshot part) {
        var all = new TreeMap<String, CheckLine>();
        part.aggregates()
                .forEach(
                        (series, value) -> {
                            if (series.metric().equals(BuiltinMetrics.CHECKS)
                                    && value instanceof Aggregate.Ratio(var hits, var total)) {
                                var name = series.tags().get("check");
                                all.merge(
                                        name,
                                        new CheckLine(name, hits, total - hits),
                                        CheckLine::plus);
                            }
                        });
        return List.copyOf(all.values());
    }

    /** Those of one group, without the groups within it. */
    static List<CheckLine> inGroup(Snapshot total, String group) {
        var some = new HashMap<>(total.aggregates());
        some.keySet().removeIf(it -> !it.tags().get("group").equals(group));
        return of(new Snapshot(total.startNanos(), total.endNanos(), some, Map.of()));
    }

    private CheckLine plus(CheckLine other) {
        return new CheckLine(name, passes + other.passes, fails + other.fails);
    }

    long percent() {
        return 100 * passes / (passes + fails);
    }
}
