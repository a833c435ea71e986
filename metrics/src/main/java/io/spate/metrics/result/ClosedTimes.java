package io.spate.metrics.result;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Selector;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The times of requests in closed workloads, corrected for what their users could not send while
 * they waited: {@link Histogram#corrected} with the interval that the run itself shows.
 *
 * <p>The expected interval of some requests is the time that the users of their scenario were
 * active, over the number of the requests: how far apart one user sends them in the mean. So for
 * one endpoint of a loop over several it is the time of the whole loop.
 *
 * <p>Where it misleads, beyond what is told there: the users' time holds the stalls too, which
 * makes the interval somewhat too long and the correction too small, the more so the greater a part
 * of the run they take; requests that come in bursts, or with users of different pace, have no one
 * interval; a stall in one endpoint of a loop keeps the others from being sent as well, which this
 * endpoint's correction alone can know. Not to be used for open workloads: their times begin when
 * requests were due and have nothing missing.
 */
public final class ClosedTimes {
    private static final String SCENARIO = "scenario";

    private ClosedTimes() {}

    /**
     * How far apart a user of a scenario was to begin requests of which there were some, in
     * nanoseconds; nothing where the time of its users is not known or there were none.
     */
    public static OptionalLong expectedIntervalNanos(
            Snapshot total, String scenario, long requests) {
        var picked =
                new Selector(BuiltinMetrics.USER_TIME.name(), Tags.NONE.with(SCENARIO, scenario));
        return requests > 0
                        && total.find(picked).orElse(null) instanceof Aggregate.Count(var nanos)
                        && nanos > 0
                ? OptionalLong.of(Math.max(1, nanos / requests))
                : OptionalLong.empty();
    }

    /**
     * The times that a selector picks, each scenario's corrected by its own interval. Those of a
     * scenario whose users' time is not known stay as they are.
     *
     * @param total of the whole run, by series
     * @param times a trend of times of requests, with one value for each of them
     */
    public static Histogram corrected(Snapshot total, Selector times) {
        Map<String, List<Aggregate>> byScenario = new HashMap<>();
        for (Map.Entry<Series, Aggregate> entry : total.aggregates().entrySet()) {
            if (times.matches(entry.getKey())
                    && entry.getValue() instanceof Aggregate.Distribution) {
                byScenario
                        .computeIfAbsent(
                                entry.getKey().tags().get(SCENARIO), _ -> new ArrayList<>())
                        .add(entry.getValue());
            }
        }
        var all = Histogram.EMPTY;
        for (var entry : byScenario.entrySet()) {
            if (Aggregate.merge(entry.getValue()).orElse(null)
                    instanceof Aggregate.Distribution(var recorded)) {
                var interval = expectedIntervalNanos(total, entry.getKey(), recorded.count());
                all = all.merge(recorded.corrected(interval.orElse(0)));
            }
        }
        return all;
    }
}
