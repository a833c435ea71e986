package io.spate.metrics.result;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps count, first and last time and a sample of each kind of failed request. Belongs to one
 * thread.
 */
final class FailureTable {
    /** The most kinds told apart; what comes after them is counted by its error_kind alone. */
    static final int LIMIT = 1000;

    /** The tags that make a kind; others, such as the address, would make too many. */
    static final List<String> TAGS =
            List.of(
                    "scenario",
                    "method",
                    "name",
                    "status",
                    "error",
                    "error_code",
                    MetricFold.ERROR_KIND);

    private static final String OTHER = "(other)";

    /** The history of each series that counts failures; empty for those that do not. */
    private final Map<Series, Optional<History>> known = new HashMap<>();

    private final Map<Tags, History> histories = new HashMap<>();

    /** Seconds so far, and how many of them make an interval: as on the {@link Timeline}. */
    private int seconds;

    private int width = 1;

    /** Counts the failures of a second, and keeps its samples. */
    void add(Snapshot second) {
        second.aggregates()
                .forEach(
                        (series, values) -> {
                            if (values instanceof Aggregate.Count(var count) && count > 0) {
                                history(series)
                                        .ifPresent(it -> it.count(count, second, seconds / width));
                            }
                        });
        skip(second);
    }

    /** Lets a second pass by whose failures do not count; keeps its samples. */
    void skip(Snapshot second) {
        keepSamples(second);
        seconds++;
        if (seconds == Timeline.LIMIT * width) {
            width *= 2;
            histories.values().forEach(History::halve);
        }
    }

    /** Keeps the samples of what is not on the timeline. */
    void keepSamples(Snapshot second) {
        second.kept()
                .failed()
                .forEach(kept -> history(kept.series()).ifPresent(it -> it.sample(kept.text())));
    }

    /** Those that were counted, the most frequent first. */
    List<FailureHistory> histories() {
        return histories.entrySet().stream()
                .filter(it -> it.getValue().count > 0)
                .map(it -> it.getValue().of(it.getKey(), Math.ceilDiv(seconds, width)))
                .sorted(
                        Comparator.comparingLong(FailureHistory::count)
                                .reversed()
                                .thenComparingLong(FailureHistory::firstNanos)
                                .thenComparing(it -> it.tags().values().toString()))
                .toList();
    }

    private Optional<History> history(Series series) {
        return series.metric().equals(BuiltinMetrics.HTTP_REQS)
                ? known.computeIfAbsent(series, this::find)
                : Optional.empty();
    }

    private Optional<History> find(Series series) {
        if (!failed(series.tags())) {
            return Optional.empty();
        }
        var tags = Tags.NONE;
        for (var tag : TAGS) {
            tags = tags.with(tag, series.tags().get(tag));
        }
        if (histories.size() >= LIMIT && !histories.containsKey(tags)) {
            tags = other(series.tags().get(MetricFold.ERROR_KIND));
        }
        return Optional.of(histories.computeIfAbsent(tags, _ -> new History()));
    }

    private Tags other(String kind) {
        var tags = Tags.of("name", OTHER).with(MetricFold.ERROR_KIND, kind);
        boolean full = histories.size() >= LIMIT + MetricFold.KIND_LIMIT;
        return full && !histories.containsKey(tags)
                ? Tags.of("name", OTHER).with(MetricFold.ERROR_KIND, MetricFold.OTHER_KINDS)
                : tags;
    }

    private static boolean failed(Tags tags) {
        return !tags.get(MetricFold.ERROR_KIND).isEmpty()
                || tags.get("expected_response").equals("false");
    }

    private static final class History {
        private long count;
        private long firstNanos = Long.MAX_VALUE;
        private long lastNanos;
        private String sample = "";

        /** How often in each interval, up to the last in which there were any. */
        private long[] overTime = new long[16];

        void count(long more, Snapshot second, int interval) {
            count += more;
            firstNanos = Math.min(firstNanos, second.startNanos());
            lastNanos = Math.max(lastNanos, second.startNanos());
            if (interval >= overTime.length) {
                overTime = Arrays.copyOf(overTime, 2 * interval);
            }
            overTime[interval] += more;
        }

        void halve() {
            for (int i = 0; i < overTime.length; i++) {
                long here = overTime[i];
                overTime[i] = 0;
                overTime[i / 2] += here;
            }
        }

        void sample(String text) {
            sample = sample.isEmpty() ? text : sample;
        }

        FailureHistory of(Tags tags, int intervals) {
            var counts = Arrays.stream(Arrays.copyOf(overTime, intervals)).boxed().toList();
            return new FailureHistory(tags, count, firstNanos, lastNanos, sample, counts);
        }
    }
}
