package io.spate.analysis.compare;

import io.spate.analysis.MeasuredRun;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of a run, one for each method and name, and all of them together. */
final class Endpoints {
    /** How many are judged apart from the others, those with the most requests. */
    static final int JUDGED = 200;

    /** How many intervals a run is divided into at most; neighbours are merged. */
    private static final int INTERVALS = 240;

    private final Map<EndpointKey, EndpointRun> byKey = new HashMap<>();
    private final double[] seconds;
    private final EndpointRun overall;

    private Endpoints(List<Snapshot> intervals, String latency, int perCell) {
        seconds = new double[Math.ceilDiv(intervals.size(), perCell)];
        for (int i = 0; i < intervals.size(); i++) {
            seconds[i / perCell] += intervals.get(i).seconds();
        }
        for (int i = 0; i < intervals.size(); i++) {
            add(i / perCell, intervals.get(i), latency);
        }
        overall = EndpointRun.sum(byKey.values(), seconds);
    }

    /**
     * The endpoints of a run.
     *
     * @param latency the metric of their times
     * @param cells how many intervals there may be in all runs together
     */
    static Endpoints of(MeasuredRun run, String latency, int cells) {
        int limit = Math.clamp(cells, 10, INTERVALS);
        int perCell = Math.max(1, Math.ceilDiv(run.seconds().size(), limit));
        return new Endpoints(run.seconds(), latency, perCell);
    }

    private void add(int at, Snapshot interval, String latency) {
        interval.aggregates()
                .forEach(
                        (series, value) -> {
                            String metric = series.metric().name();
                            if (metric.equals(latency)) {
                                if (value instanceof Aggregate.Distribution(var times)) {
                                    of(series.tags().get("method"), series.tags().get("name"))
                                            .addTimes(at, times);
                                }
                            } else if (metric.equals(BuiltinMetrics.HTTP_REQS.name())) {
                                if (value instanceof Aggregate.Count(var total)) {
                                    of(series.tags().get("method"), series.tags().get("name"))
                                            .addRequests(at, total);
                                }
                            } else if (metric.equals(BuiltinMetrics.HTTP_REQ_FAILED.name())) {
                                if (value instanceof Aggregate.Ratio(var hits, _)) {
                                    of(series.tags().get("method"), series.tags().get("name"))
                                            .addFailures(at, hits);
                                }
                            }
                        });
    }

    private EndpointRun of(String method, String name) {
        return byKey.computeIfAbsent(new EndpointKey(method, name), _ -> new EndpointRun(seconds));
    }

    EndpointRun overall() {
        return overall;
    }

    Map<EndpointKey, EndpointRun> byKey() {
        return byKey;
    }

    /** One of them; without requests where the run has none. */
    EndpointRun get(EndpointKey key) {
        return key.equals(EndpointKey.ALL)
                ? overall
                : Optional.ofNullable(byKey.get(key)).orElseGet(() -> new EndpointRun(seconds));
    }
}
