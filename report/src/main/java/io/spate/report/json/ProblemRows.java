package io.spate.report.json;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What went wrong: failed requests by kind, checks, errors of the script. */
final class ProblemRows {
    /** Longer texts are cut: a target may answer with anything. */
    private static final int TEXT_LIMIT = 500;

    private static final int TRACE_LIMIT = 4000;

    private ProblemRows() {}

    static List<Results.RequestError> errors(Snapshot total) {
        var counts = new HashMap<Results.RequestError, Long>();
        total.aggregates()
                .forEach(
                        (series, value) -> {
                            if (series.metric().equals(BuiltinMetrics.HTTP_REQ_FAILED)
                                    && Values.hits(value) > 0) {
                                counts.merge(kind(series.tags()), Values.hits(value), Long::sum);
                            }
                        });
        return counts.entrySet().stream()
                .map(ProblemRows::counted)
                .sorted(ResultsBuilder.mostFirst(Results.RequestError::count))
                .toList();
    }

    private static Results.RequestError kind(Tags tags) {
        return new Results.RequestError(
                tags.get("method"),
                tags.get("name"),
                tags.get("status"),
                cut(tags.get("error"), TEXT_LIMIT),
                tags.get("error_code"),
                0);
    }

    private static Results.RequestError counted(Map.Entry<Results.RequestError, Long> entry) {
        var kind = entry.getKey();
        return new Results.RequestError(
                kind.method(),
                kind.name(),
                kind.status(),
                kind.error(),
                kind.errorCode(),
                entry.getValue());
    }

    static List<Results.Check> checks(Snapshot total) {
        var ratios = new HashMap<String, Aggregate>();
        total.aggregates()
                .forEach(
                        (series, value) -> {
                            if (series.metric().equals(BuiltinMetrics.CHECKS)) {
                                ratios.merge(series.tags().get("check"), value, Aggregate::merge);
                            }
                        });
        return ratios.entrySet().stream()
                .map(entry -> check(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingLong(Results.Check::fails)
                                .reversed()
                                .thenComparing(Results.Check::name))
                .toList();
    }

    private static Results.Check check(String name, Aggregate value) {
        return switch (value) {
            case Aggregate.Ratio(var hits, var total) ->
                    new Results.Check(cut(name, TEXT_LIMIT), hits, total - hits);
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

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}
