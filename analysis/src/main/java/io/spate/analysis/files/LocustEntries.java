package io.spate.analysis.files;

import io.spate.analysis.MeasuredRun;
import io.spate.analysis.files.ResultFile.Samples;
import io.spate.analysis.files.source.JsonDocument;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what Locust writes with {@code --json}: of each endpoint how often each time occurred, so
 * that all percentiles can be had; but not when.
 */
final class LocustEntries {
    private static final double EPOCH_SECONDS_MAX = 9e9;
    private static final long COUNT_MAX = 1L << 40;

    private LocustEntries() {}

    static boolean recognizes(JsonDocument document) {
        var entries = document.elements();
        return !entries.isEmpty()
                && entries.stream()
                        .allMatch(it -> it.has("num_requests") && it.has("response_times"));
    }

    static ResultFile read(JsonDocument document) throws ResultFileException {
        double start = Double.POSITIVE_INFINITY;
        double end = 0;
        Map<Series, Aggregate> aggregates = new HashMap<>();
        for (var entry : document.elements()) {
            double began = time(entry, "start_time");
            double ended = time(entry, "last_request_timestamp");
            start = Double.isNaN(began) ? start : Math.min(start, began);
            end = Double.isNaN(ended) ? end : Math.max(end, ended);
            add(entry, aggregates);
        }
        if (Double.isInfinite(start) || end < start) {
            throw document.source()
                    .wrong(
                            0,
                            "this is Locust's JSON, without a single request",
                            "Look whether the run has made requests.");
        }
        long nanos = Math.round((end - start) * 1e9);
        var whole = new Snapshot(0, Math.max(1, nanos), aggregates, Map.of());
        var name = document.source().name();
        var notice = "the file does not say when requests were made: there is nothing over time";
        return new Samples(
                new Origin(name, FileFormat.LOCUST_JSON, List.of(notice)),
                new MeasuredRun(
                        name, Instant.ofEpochMilli(Math.round(start * 1e3)), List.of(whole)));
    }

    private static double time(JsonDocument entry, String name) throws ResultFileException {
        double seconds = entry.number(name);
        if (seconds < 0 || seconds > EPOCH_SECONDS_MAX) {
            throw entry.isNot("an entry of Locust: %s is no time".formatted(name));
        }
        return seconds;
    }

    private static void add(JsonDocument entry, Map<Series, Aggregate> aggregates)
            throws ResultFileException {
        long requests = count(entry, "num_requests");
        long failures = count(entry, "num_failures");
        if (failures > requests) {
            throw entry.isNot("an entry of Locust: more failures than requests");
        }
        var tags = new Tags(Map.of("method", entry.text("method"), "name", entry.text("name")));
        merge(
                aggregates,
                new Series(BuiltinMetrics.HTTP_REQS, tags),
                new Aggregate.Count(requests));
        merge(
                aggregates,
                new Series(BuiltinMetrics.HTTP_REQ_FAILED, tags),
                new Aggregate.Ratio(failures, requests));
        var times = Histogram.EMPTY;
        for (var bucket : entry.at("response_times").fields().entrySet()) {
            times = times.merge(bucket(entry, bucket.getKey(), bucket.getValue().asLong(-1)));
        }
        if (times.count() > 0) {
            merge(
                    aggregates,
                    new Series(BuiltinMetrics.HTTP_REQ_DURATION, tags),
                    new Aggregate.Distribution(times));
        }
    }

    private static void merge(Map<Series, Aggregate> aggregates, Series series, Aggregate values) {
        aggregates.merge(series, values, Aggregate::merge);
    }

    private static long count(JsonDocument entry, String name) throws ResultFileException {
        double count = entry.number(name);
        if (Double.isNaN(count)) {
            return 0;
        }
        if (count < 0 || count > COUNT_MAX) {
            throw entry.isNot("an entry of Locust: %s is no count".formatted(name));
        }
        return Math.round(count);
    }

    private static Histogram bucket(JsonDocument entry, String millis, long count)
            throws ResultFileException {
        try {
            double time = Double.parseDouble(millis);
            if (time >= 0 && time < 1e12 && count > 0 && count <= COUNT_MAX) {
                return repeated(Histogram.of(Math.round(time * 1e6)), count);
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw entry.isNot(
                "an entry of Locust: the time '%s' occurred %d times".formatted(millis, count));
    }

    /** A histogram merged with itself, by doubling. */
    private static Histogram repeated(Histogram one, long count) {
        var sum = Histogram.EMPTY;
        var power = one;
        for (long left = count; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                sum = sum.merge(power);
            }
            power = power.merge(power);
        }
        return sum;
    }
}
