package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.WARNING;

import io.spate.analysis.findings.Evidence.Interval;
import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Finding.Proof;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The p99 jumps: in groups of neighbours with at least 200 requests each, the highest is at least
 * ten times the median of those with the lower half of the load.
 */
final class TailJumpsRule implements Rule {
    private static final double JUMP = 10;
    private static final double MILLIS_MIN = 10;
    private static final long REQUESTS_MIN = 200;
    private static final int GROUPS_MIN = 6;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        var groups = Stretches.groups(evidence.intervals(), 600, REQUESTS_MIN);
        if (groups.size() < GROUPS_MIN) {
            return Optional.empty();
        }
        var worst = groups.stream().max(Comparator.comparingDouble(TailJumpsRule::p99)).get();
        double usual =
                Medians.of(
                        groups.stream()
                                .sorted(Comparator.comparingDouble(TailJumpsRule::load))
                                .limit(Math.ceilDiv(groups.size(), 2))
                                .map(TailJumpsRule::p99)
                                .toList());
        double highest = p99(worst);
        if (highest < JUMP * usual || highest - usual < MILLIS_MIN) {
            return Optional.empty();
        }
        long high = groups.stream().filter(it -> p99(it) >= JUMP * usual).count();
        return Optional.of(
                new Finding(
                        "p99_jumps",
                        WARNING,
                        "The p99 jumps",
                        "At %s, with %s, the p99 was %s: %s times the usual %s. It was ten times that"
                                        .formatted(
                                                Words.clock(worst.getFirst().fromNanos()),
                                                evidence.load(load(worst)),
                                                Words.millis(highest),
                                                Words.number(highest / usual),
                                                Words.millis(usual))
                                + " or more in %d of %d stretches.".formatted(high, groups.size()),
                        List.of(
                                new Figure("p99", highest, "ms"),
                                new Figure("p99_usual", usual, "ms"),
                                new Figure("multiple", highest / usual, "")),
                        new Proof(
                                evidence.latency().name(),
                                worst.getFirst().fromNanos(),
                                worst.getLast().toNanos())));
    }

    private static double p99(List<Interval> group) {
        return Stretches.times(group).percentile(99) / 1e6;
    }

    private static double load(List<Interval> group) {
        return group.stream().mapToDouble(Interval::load).average().orElse(0);
    }
}
