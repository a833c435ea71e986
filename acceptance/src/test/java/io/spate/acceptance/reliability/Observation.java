package io.spate.acceptance.reliability;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was recorded of some requests.
 *
 * @param requests how many
 * @param repeated how many were sent again, which is counted apart
 * @param outcome what came of them: a status with k6's error code, or the kind of error with its
 *     code and text; with counts where they differ
 */
record Observation(long requests, long repeated, String outcome) {

    static Observation of(Snapshot snapshot) {
        Comparator<String> statusesFirst = Comparator.comparing(outcome -> outcome.contains(": "));
        Map<String, Long> outcomes =
                new TreeMap<>(statusesFirst.thenComparing(Comparator.naturalOrder()));
        snapshot.aggregates()
                .forEach(
                        (series, value) -> {
                            if (series.metric().equals(BuiltinMetrics.HTTP_REQS)) {
                                outcomes.merge(outcome(series.tags()), total(value), Long::sum);
                            }
                        });
        String text =
                outcomes.size() == 1
                        ? outcomes.keySet().iterator().next()
                        : outcomes.entrySet().stream()
                                .map(entry -> entry.getValue() + " x " + entry.getKey())
                                .collect(Collectors.joining("; "));
        long repeated =
                snapshot.aggregates().entrySet().stream()
                        .filter(each -> each.getKey().metric().name().equals("http_reqs_repeated"))
                        .mapToLong(each -> total(each.getValue()))
                        .sum();
        long requests = outcomes.values().stream().mapToLong(Long::longValue).sum();
        return new Observation(
                requests,
                repeated,
                text + limits(snapshot) + (repeated == 0 ? "" : ", sent again " + repeated + " x"));
    }

    private static String outcome(Tags tags) {
        String code = tags.get("error_code");
        if (!tags.get("status").equals("0")) {
            return (tags.get("status") + " " + code).strip();
        }
        return (tags.get("error_kind") + " " + code).strip()
                + ": "
                + withoutPlace(tags.get("error"));
    }

    /** Without what differs between two runs: ports and dates. */
    private static String withoutPlace(String error) {
        return error.replaceAll("(127\\.0\\.0\\.1|\\[?[0:]+1]?|localhost):\\d+", "HOST")
                .replaceAll("NotAfter: [^)]*", "NotAfter: DATE");
    }

    private static String limits(Snapshot snapshot) {
        return snapshot.aggregates().keySet().stream()
                .filter(series -> series.metric().name().equals("http_limits_reached"))
                .map(Series::tags)
                .map(tags -> ", limit of " + tags.get("limit") + " reached")
                .sorted()
                .collect(Collectors.joining());
    }

    private static long total(Aggregate value) {
        return value instanceof Aggregate.Count(long total) ? total : 0;
    }
}
