package io.spate.web.live;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.report.json.FailureKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of failed requests with one sample each, and the errors of the script. Not safe for
 * threads: {@link LiveRun} guards it.
 */
public final class Failures {
    static final int KINDS_MAX = 1_000;
    static final int ERRORS_MAX = 1_000;
    private static final int TEXT_MAX = 16_000;
    private static final String OTHER = "(other)";

    /**
     * One kind of failure at one endpoint.
     *
     * @param kind in words
     * @param sample one such request; empty where none was kept
     */
    public record Row(
            String kind,
            String method,
            String name,
            long count,
            Instant firstAt,
            Instant lastAt,
            Optional<Sample> sample) {}

    /**
     * A request that failed. Its secrets were taken out when it was kept.
     *
     * @param timings where its time went, in milliseconds
     */
    public record Sample(
            String request, String response, String error, Map<String, Double> timings) {}

    /** An error of the script. */
    public record ErrorRow(String message, String trace, long count) {}

    private record Key(String kind, String method, String name) {}

    private static final class Kind {
        private long count;
        private long firstNanos = Long.MAX_VALUE;
        private long lastNanos;
        private Optional<Sample> sample = Optional.empty();
    }

    private final Map<Series, Optional<Kind>> bySeries = new HashMap<>();
    private final Map<Key, Kind> kinds = new LinkedHashMap<>();
    private final Map<ScriptError, Long> errors = new LinkedHashMap<>();

    void add(Snapshot second) {
        second.aggregates()
                .forEach(
                        (series, value) -> {
                            if (value instanceof Aggregate.Count(var count) && count > 0) {
                                kind(series).ifPresent(it -> add(it, count, second));
                            }
                        });
        for (var kept : second.kept().failed()) {
            kind(kept.series())
                    .filter(it -> it.sample.isEmpty())
                    .ifPresent(it -> it.sample = Optional.of(sample(kept)));
        }
        second.errors()
                .forEach(
                        (error, count) -> {
                            if (errors.size() < ERRORS_MAX || errors.containsKey(error)) {
                                errors.merge(error, count, Long::sum);
                            } else {
                                errors.merge(new ScriptError("", OTHER, ""), count, Long::sum);
                            }
                        });
    }

    private static void add(Kind kind, long count, Snapshot second) {
        kind.count += count;
        kind.firstNanos = Math.min(kind.firstNanos, second.startNanos());
        kind.lastNanos = Math.max(kind.lastNanos, second.endNanos());
    }

    private Optional<Kind> kind(Series series) {
        return series.metric().equals(BuiltinMetrics.HTTP_REQS)
                ? bySeries.computeIfAbsent(series, this::find)
                : Optional.empty();
    }

    private Optional<Kind> find(Series series) {
        var tags = series.tags();
        if (tags.get("error_kind").isEmpty() && !tags.get("expected_response").equals("false")) {
            return Optional.empty();
        }
        var key = new Key(words(tags), tags.get("method"), tags.get("name"));
        boolean full = kinds.size() >= KINDS_MAX && !kinds.containsKey(key);
        return Optional.of(
                kinds.computeIfAbsent(full ? new Key(OTHER, "", OTHER) : key, _ -> new Kind()));
    }

    private static String words(Tags tags) {
        var kind = tags.get("error_kind");
        var words = kind.isEmpty() ? "other" : FailureKind.words(kind);
        var status = tags.get("status");
        return status.isEmpty() || status.equals("0") ? words : words + " (" + status + ")";
    }

    private static Sample sample(KeptRequest kept) {
        var times = kept.times();
        var timings = new LinkedHashMap<String, Double>();
        timings.put("blocked", times.blockedNanos() / 1e6);
        timings.put("connecting", times.connectingNanos() / 1e6);
        timings.put("tls_handshaking", times.tlsHandshakingNanos() / 1e6);
        timings.put("sending", times.sendingNanos() / 1e6);
        timings.put("waiting", times.waitingNanos() / 1e6);
        timings.put("receiving", times.receivingNanos() / 1e6);
        return new Sample(cut(kept.sent()), cut(kept.received()), cut(kept.error()), timings);
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "\n...";
    }

    /** The kinds, the most frequent first. */
    List<Row> rows(Instant startedAt) {
        return kinds.entrySet().stream()
                .filter(it -> it.getValue().count > 0)
                .map(
                        it ->
                                new Row(
                                        it.getKey().kind,
                                        it.getKey().method,
                                        it.getKey().name,
                                        it.getValue().count,
                                        startedAt.plusNanos(it.getValue().firstNanos),
                                        startedAt.plusNanos(it.getValue().lastNanos),
                                        it.getValue().sample))
                .sorted(Comparator.comparingLong(Row::count).reversed())
                .toList();
    }

    /** The errors of the script, the most frequent first. */
    List<ErrorRow> errors() {
        return errors.entrySet().stream()
                .map(it -> new ErrorRow(it.getKey().message(), it.getKey().trace(), it.getValue()))
                .sorted(Comparator.comparingLong(ErrorRow::count).reversed())
                .toList();
    }
}
