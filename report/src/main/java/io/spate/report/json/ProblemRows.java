package io.spate.report.json;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.FailureHistory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong: failed requests by kind, checks, errors of the script. */
final class ProblemRows {
    /** Longer texts are cut: a target may answer with anything. */
    private static final int TEXT_LIMIT = 500;

    private static final int TRACE_LIMIT = 4000;

    private ProblemRows() {}

    /** What failed requests are told apart by. */
    private record Kind(
            String method,
            String name,
            String status,
            String error,
            String errorCode,
            String kind) {

        static Kind of(Tags tags) {
            return new Kind(
                    tags.get("method"),
                    tags.get("name"),
                    tags.get("status"),
                    cut(tags.get("error"), TEXT_LIMIT),
                    tags.get("error_code"),
                    tags.get("error_kind"));
        }
    }

    /** When a kind was seen, and one of it. */
    private record Seen(long firstNanos, long lastNanos, String sample) {
        static Seen of(FailureHistory history) {
            return new Seen(
                    history.firstNanos(),
                    history.lastNanos(),
                    ProblemRows.sample(history.sample()));
        }

        Seen plus(Seen more) {
            return new Seen(
                    Math.min(firstNanos, more.firstNanos),
                    Math.max(lastNanos, more.lastNanos),
                    sample.isEmpty() ? more.sample : sample);
        }
    }

    static List<Results.RequestError> errors(Snapshot total, List<FailureHistory> histories) {
        var counts = new HashMap<Kind, Long>();
        total.aggregates()
                .forEach(
                        (series, value) -> {
                            if (series.metric().equals(BuiltinMetrics.HTTP_REQ_FAILED)
                                    && Values.hits(value) > 0) {
                                counts.merge(Kind.of(series.tags()), Values.hits(value), Long::sum);
                            }
                        });
        var seen = new HashMap<Kind, Seen>();
        histories.forEach(it -> seen.merge(Kind.of(it.tags()), Seen.of(it), Seen::plus));
        return counts.entrySet().stream()
                .map(it -> error(it.getKey(), it.getValue(), seen.get(it.getKey())))
                .sorted(ResultsBuilder.mostFirst(Results.RequestError::count))
                .toList();
    }

    private static Results.RequestError error(Kind kind, long count, @Nullable Seen seen) {
        return new Results.RequestError(
                kind.method,
                kind.name,
                kind.status,
                kind.error,
                kind.errorCode,
                kind.kind,
                count,
                seen == null ? Double.NaN : Numbers.seconds(seen.firstNanos),
                seen == null ? Double.NaN : Numbers.seconds(seen.lastNanos),
                seen == null ? "" : seen.sample);
    }

    private record CheckKey(String group, String name) {}

    static List<Results.Check> checks(Snapshot total) {
        var ratios = new HashMap<CheckKey, Aggregate>();
        total.aggregates()
                .forEach(
                        (series, value) -> {
                            if (series.metric().equals(BuiltinMetrics.CHECKS)) {
                                var tags = series.tags();
                                var key = new CheckKey(tags.get("group"), tags.get("check"));
                                ratios.merge(key, value, Aggregate::merge);
                            }
                        });
        return ratios.entrySet().stream()
                .map(entry -> check(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingLong(Results.Check::fails)
                                .reversed()
                                .thenComparing(Results.Check::group)
                                .thenComparing(Results.Check::name))
                .toList();
    }

    private static Results.Check check(CheckKey key, Aggregate value) {
        return switch (value) {
            case Aggregate.Ratio(var hits, var total) ->
                    new Results.Check(key.group, cut(key.name, TEXT_LIMIT), hits, total - hits);
            case Aggregate.Count _, Aggregate.Level _, Aggregate.Distribution _ ->
                    throw new IllegalArgumentException("checks are a rate, not a " + value);
        };
    }

    static List<Results.ScriptError> scriptErrors(Snapshot total) {
        return total.errors().entrySet().stream()
                .map(
                        entry ->
                                new Results.ScriptError(
                                        entry.getKey().scenario(),
                                        cut(entry.getKey().message(), TEXT_LIMIT),
                                        cut(entry.getKey().trace(), TRACE_LIMIT),
                                        entry.getValue()))
                .sorted(ResultsBuilder.mostFirst(Results.ScriptError::count))
                .limit(Results.LIMIT)
                .toList();
    }

    /** A sample, not longer than a person reads. */
    static String sample(String text) {
        return cut(text, TRACE_LIMIT);
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}
