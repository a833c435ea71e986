package io.spate.report;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import java.util.List;
import java.util.TreeMap;

/**
 * A check of the script.
 *
 * @param name as the script has it
 * @param passes how often it held
 * @param fails how often it did not
 */
record Check(String name, long passes, long fails) {

    /** All checks of a snapshot, by name. */
    static List<Check> of(Snapshot snapshot) {
        var checks = new TreeMap<String, Check>();
        snapshot.aggregates()
                .forEach(
                        (series, value) -> {
                            if (series.metric().equals(BuiltinMetrics.CHECKS)
                                    && value instanceof Aggregate.Ratio(var hits, var total)) {
                                var name = series.tags().get("check");
                                checks.merge(
                                        name, new Check(name, hits, total - hits), Check::plus);
                            }
                        });
        return List.copyOf(checks.values());
    }

    private Check plus(Check other) {
        return new Check(name, passes + other.passes, fails + other.fails);
    }
}
