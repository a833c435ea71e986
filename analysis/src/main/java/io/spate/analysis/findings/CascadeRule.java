package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.RED_FLAG;

import io.spate.analysis.findings.Evidence.Interval;
import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Finding.Proof;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.result.FailureHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Failures that spread: one endpoint begins to fail, and at least one more of the others does some
 * time after it, so that half of all endpoints fail in the end. An endpoint begins to fail with the
 * interval that best parts a time of few failures from one of at least ten times as many.
 */
final class CascadeRule implements Rule {
    private static final long FAILURES_MIN = 10;
    private static final double TIMES = 10;
    private static final int APART = 2;
    private static final double ENDPOINTS = 0.5;
    private static final int ENDPOINTS_MAX = 200;

    /** The log-likelihood that a change gains has to be so high: one chance in millions. */
    private static final double GAIN_MIN = 15;

    private record Onset(String endpoint, int interval, long failures) {}

    @Override
    public Optional<Finding> find(Evidence evidence) {
        var all = evidence.intervals();
        long endpoints =
                evidence.total().aggregates().keySet().stream()
                        .filter(it -> it.metric().equals(BuiltinMetrics.HTTP_REQS))
                        .map(it -> name(it.tags().get("method"), it.tags().get("name")))
                        .distinct()
                        .count();
        var onsets = new ArrayList<Onset>();
        failures(evidence, all.size())
                .forEach((endpoint, counts) -> onset(endpoint, counts).ifPresent(onsets::add));
        onsets.sort(Comparator.comparingInt(Onset::interval));
        boolean spread =
                onsets.size() >= 2
                        && onsets.size() >= ENDPOINTS * endpoints
                        && onsets.get(1).interval - onsets.getFirst().interval >= APART;
        return spread ? Optional.of(found(all, onsets, endpoints)) : Optional.empty();
    }

    private static String name(String method, String name) {
        return (method + " " + name).strip();
    }

    private static Map<String, long[]> failures(Evidence evidence, int intervals) {
        Map<String, long[]> byEndpoint = new LinkedHashMap<>();
        for (FailureHistory failure : evidence.failures()) {
            var name = name(failure.tags().get("method"), failure.tags().get("name"));
            if (byEndpoint.size() < ENDPOINTS_MAX || byEndpoint.containsKey(name)) {
                long[] counts = byEndpoint.computeIfAbsent(name, _ -> new long[intervals]);
                for (int i = 0; i < Math.min(intervals, failure.overTime().size()); i++) {
                    counts[i] += failure.overTime().get(i);
                }
            }
        }
        return byEndpoint;
    }

    /** By the likelihood of two Poisson rates over that of one, at the best instant. */
    private static Optional<Onset> onset(String endpoint, long... counts) {
        int n = counts.length;
        long total = Arrays.stream(counts).sum();
        if (total < FAILURES_MIN || n < 2 * APART) {
            return Optional.empty();
        }
        double best = GAIN_MIN;
        int at = -1;
        long before = 0;
        for (int i = 1; i < n; i++) {
            before += counts[i - 1];
            long after = total - before;
            double rateBefore = (double) before / i;
            double rateAfter = (double) after / (n - i);
            double gain =
                    term(before, rateBefore)
                            + term(after, rateAfter)
                            - term(total, total / (double) n);
            if (rateAfter >= TIMES * rateBefore && gain > best) {
                best = gain;
                at = i;
            }
        }
        return at < 0 ? Optional.empty() : Optional.of(new Onset(endpoint, at, total));
    }

    private static double term(long count, double rate) {
        return count == 0 ? 0 : count * Math.log(rate);
    }

    private static Finding found(List<Interval> all, List<Onset> onsets, long endpoints) {
        var first = onsets.getFirst();
        var last = onsets.getLast();
        double seconds =
                (all.get(last.interval).fromNanos() - all.get(first.interval).fromNanos()) / 1e9;
        var others =
                onsets.stream()
                        .skip(1)
                        .limit(3)
                        .map(
                                it ->
                                        "%s at %s"
                                                .formatted(
                                                        it.endpoint,
                                                        Words.clock(
                                                                all.get(it.interval).fromNanos())))
                        .collect(Collectors.joining(", "));
        return new Finding(
                "cascade",
                RED_FLAG,
                "Failures spread from " + first.endpoint,
                "%s began to fail at %s; then %s. Within %s %d of %d endpoints failed."
                        .formatted(
                                first.endpoint,
                                Words.clock(all.get(first.interval).fromNanos()),
                                others + (onsets.size() > 4 ? " and others" : ""),
                                Words.seconds(seconds),
                                onsets.size(),
                                endpoints),
                List.of(
                        new Figure("endpoints_failing", onsets.size(), ""),
                        new Figure("endpoints", endpoints, ""),
                        new Figure("spread", seconds, "s")),
                new Proof(
                        "http_req_failed",
                        all.get(first.interval).fromNanos(),
                        all.get(last.interval).toNanos()));
    }
}
