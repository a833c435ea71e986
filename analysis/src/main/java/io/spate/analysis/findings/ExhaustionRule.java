package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.RED_FLAG;

import io.spate.analysis.findings.Evidence.Interval;
import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Finding.Proof;
import io.spate.metrics.result.FailureHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Connections, or what a pool holds, run out: connecting fails, requests time out or responses say
 * so, seldom at first and for at least 1 % of the requests from some instant on.
 */
final class ExhaustionRule implements Rule {
    /** Kinds of failures by which servers without a free place show it. */
    private static final Set<String> KINDS =
            Set.of(
                    "connect",
                    "connect_timeout",
                    "refused",
                    "timeout",
                    "first_byte_timeout",
                    "refused_stream");

    private static final List<String> SAYINGS =
            List.of(
                    "too many connections",
                    "too many clients",
                    "remaining connection slots",
                    "connection pool",
                    "pool exhausted",
                    "pool timeout",
                    "queuepool limit",
                    "too many open files");

    private static final double SHARE_MIN = 0.01;
    private static final long FAILURES_MIN = 10;
    private static final int INTERVALS_MIN = 4;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        var signs = evidence.failures().stream().filter(ExhaustionRule::isSign).toList();
        var all = evidence.intervals();
        long[] counts = new long[all.size()];
        for (var sign : signs) {
            for (int i = 0; i < Math.min(counts.length, sign.overTime().size()); i++) {
                counts[i] += sign.overTime().get(i);
            }
        }
        return onset(all, counts).map(it -> found(evidence, signs, counts, it));
    }

    private static boolean isSign(FailureHistory failure) {
        return KINDS.contains(failure.tags().get("error_kind")) || says(failure);
    }

    private static boolean says(FailureHistory failure) {
        var text = failure.sample().toLowerCase(Locale.ROOT);
        return SAYINGS.stream().anyMatch(text::contains);
    }

    /** From which interval on they are frequent and were not before: where that is clearest. */
    private static Optional<Integer> onset(List<Interval> all, long... counts) {
        long requests = all.stream().mapToLong(Interval::requests).sum();
        long signs = Arrays.stream(counts).sum();
        long requestsBefore = 0;
        long signsBefore = 0;
        double clearest = Rates.SIGNIFICANT;
        var best = Optional.<Integer>empty();
        for (int i = 0; i <= all.size() - INTERVALS_MIN; i++) {
            long left = signs - signsBefore;
            long requestsLeft = requests - requestsBefore;
            double excess = Rates.excess(signsBefore, requestsBefore, left, requestsLeft);
            if (i >= INTERVALS_MIN
                    && left >= FAILURES_MIN
                    && left >= SHARE_MIN * requestsLeft
                    && excess >= clearest) {
                clearest = excess;
                best = Optional.of(i);
            }
            requestsBefore += all.get(i).requests();
            signsBefore += counts[i];
        }
        return best;
    }

    private static Finding found(
            Evidence evidence, List<FailureHistory> signs, long[] counts, int onset) {
        var all = evidence.intervals();
        var after = all.subList(onset, all.size());
        long failed = IntStream.range(onset, counts.length).mapToLong(i -> counts[i]).sum();
        long requests = after.stream().mapToLong(Interval::requests).sum();
        double share = requests == 0 ? 0 : (double) failed / requests;
        var said =
                signs.stream()
                        .filter(ExhaustionRule::says)
                        .findFirst()
                        .map(_ -> "; responses say so")
                        .orElse("");
        var first = after.getFirst();
        return new Finding(
                "exhaustion",
                RED_FLAG,
                "Connections or a pool run out",
                "From %s on, with %s, %s of the requests found no place: %s%s."
                        .formatted(
                                Words.clock(first.fromNanos()),
                                evidence.load(first.load()),
                                Words.percent(share),
                                kinds(signs),
                                said),
                List.of(
                        new Figure("load", first.load(), evidence.loadUnit()),
                        new Figure("failure_rate", share, ""),
                        new Figure("failures", failed, "")),
                new Proof("http_req_failed", first.fromNanos(), after.getLast().toNanos()));
    }

    private static String kinds(List<FailureHistory> signs) {
        Map<String, Long> byKind = new TreeMap<>();
        signs.forEach(
                it -> {
                    var kind = it.tags().get("error_kind");
                    byKind.merge(kind.isEmpty() ? "other" : kind, it.count(), Long::sum);
                });
        return byKind.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(3)
                .map(it -> "%d %s".formatted(it.getValue(), it.getKey().replace('_', ' ')))
                .collect(Collectors.joining(", "));
    }
}
