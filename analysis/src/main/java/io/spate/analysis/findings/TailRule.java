package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.GOOD;
import static io.spate.analysis.findings.Finding.Sign.WARNING;

import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Finding.Proof;
import java.util.List;
import java.util.Optional;

/**
 * How far the slow requests are from the middle, in the median of groups of neighbours: good where
 * p95 is at most twice the p50, a warning where p99 is ten times the p50.
 */
final class TailRule implements Rule {
    private static final double CLOSE = 2;
    private static final double FAR = 10;
    private static final long REQUESTS_MIN = 200;
    private static final int GROUPS_MIN = 5;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        var groups = Stretches.groups(evidence.intervals(), 60, REQUESTS_MIN);
        if (groups.size() < GROUPS_MIN) {
            return Optional.empty();
        }
        var times = groups.stream().map(Stretches::times).toList();
        double p50 = Medians.of(times.stream().map(it -> it.percentile(50) / 1e6).toList());
        double close =
                Medians.of(
                        times.stream()
                                .map(it -> (double) it.percentile(95) / it.percentile(50))
                                .toList());
        double far =
                Medians.of(
                        times.stream()
                                .map(it -> (double) it.percentile(99) / it.percentile(50))
                                .toList());
        var proof =
                new Proof(
                        evidence.latency().name(),
                        groups.getFirst().getFirst().fromNanos(),
                        groups.getLast().getLast().toNanos());
        if (close <= CLOSE) {
            return Optional.of(
                    new Finding(
                            "consistent_latency",
                            GOOD,
                            "Consistent latency",
                            "The p95 is %s times the p50 (%s): hardly anybody waits longer than others."
                                    .formatted(Words.number(close), Words.millis(p50)),
                            List.of(
                                    new Figure("p95_over_p50", close, ""),
                                    new Figure("p50", p50, "ms")),
                            proof));
        }
        return far < FAR
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                "long_tail",
                                WARNING,
                                "A large gap between p50 and p99",
                                "The p99 is %s times the p50 (%s): one in a hundred waits much longer."
                                        .formatted(Words.number(far), Words.millis(p50)),
                                List.of(
                                        new Figure("p99_over_p50", far, ""),
                                        new Figure("p50", p50, "ms")),
                                proof));
    }
}
