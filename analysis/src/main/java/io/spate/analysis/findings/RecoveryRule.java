package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.GOOD;
import static io.spate.analysis.findings.Finding.Sign.WARNING;

import io.spate.analysis.findings.Evidence.Interval;
import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Finding.Proof;
import io.spate.analysis.findings.Stretches.Stretch;
import java.util.List;
import java.util.Optional;

/**
 * How long it takes after a spike of load until all is as before: good up to 10 s, a warning above
 * 30 s. A spike is at least twice the median load before it, for at most half of the run; as before
 * is a p95 of at most 1.5 times that before, and at most 1 % more failures, for three intervals in
 * a row.
 */
final class RecoveryRule implements Rule {
    private static final double SPIKE = 2;
    private static final double CALM = 1.25;
    private static final double P95_RATIO = 1.5;
    private static final double MILLIS_SLACK = 2;
    private static final double FAILURES_SLACK = 0.01;
    private static final double QUICK_SECONDS = 10;
    private static final double SLOW_SECONDS = 30;
    private static final int AROUND_MIN = 5;
    private static final int IN_A_ROW = 3;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        var all = evidence.intervals();
        if (all.size() < 3 * AROUND_MIN) {
            return Optional.empty();
        }
        double first = load(all.subList(0, AROUND_MIN));
        return Stretches.where(all, it -> it.load() > CALM * first + evidence.noise(it)).stream()
                .filter(it -> isSpike(all, it, first))
                .findFirst()
                .flatMap(it -> find(evidence, all, it));
    }

    private static boolean isSpike(List<Interval> all, Stretch spike, double before) {
        return before > 0
                && spike.first() >= AROUND_MIN
                && spike.last() + AROUND_MIN < all.size()
                && spike.length() <= all.size() / 2
                && load(spike.of(all)) >= SPIKE * before;
    }

    private static double load(List<Interval> part) {
        return Medians.of(part.stream().map(Interval::load).toList());
    }

    private static Optional<Finding> find(Evidence evidence, List<Interval> all, Stretch spike) {
        var before = all.subList(0, spike.first());
        var after = all.subList(spike.last() + 1, all.size());
        double p95 = Medians.of(before.stream().map(it -> it.millis(95)).toList());
        double failed = Medians.of(before.stream().map(Interval::failureShare).toList());
        double limit = Math.max(P95_RATIO * p95, p95 + MILLIS_SLACK);
        int calm = 0;
        while (calm < after.size() && !isCalm(after, calm, limit, failed)) {
            calm++;
        }
        boolean recovered = calm < after.size();
        long spikeEnd = after.getFirst().fromNanos();
        long until = recovered ? after.get(calm).fromNanos() : after.getLast().toNanos();
        double seconds = (until - spikeEnd) / 1e9;
        boolean quick = recovered && seconds <= QUICK_SECONDS;
        boolean slow = !recovered || seconds > SLOW_SECONDS;
        if (Double.isNaN(p95) || !(quick || slow)) {
            return Optional.empty();
        }
        double peak = load(spike.of(all));
        double worst = Stretches.times(spike.of(all)).percentile(95) / 1e6;
        var how =
                !recovered
                        ? "had not come back %s later, when the run ended"
                        : quick && seconds == 0 ? "was as before at once" : "took %s to come back";
        return Optional.of(
                new Finding(
                        recovered ? quick ? "quick_recovery" : "slow_recovery" : "no_recovery",
                        quick ? GOOD : WARNING,
                        quick ? "Recovers quickly after a spike" : "Recovers slowly after a spike",
                        "After the spike to %s the p95 (%s before, %s in it) "
                                        .formatted(
                                                evidence.load(peak),
                                                Words.millis(p95),
                                                Words.millis(worst))
                                + how.formatted(Words.seconds(seconds))
                                + ".",
                        List.of(
                                new Figure("recovery", seconds, "s"),
                                new Figure("load", peak, evidence.loadUnit()),
                                new Figure("p95_before", p95, "ms"),
                                new Figure("p95_in_spike", worst, "ms")),
                        new Proof(
                                evidence.latency().name(),
                                spike.of(all).getFirst().fromNanos(),
                                until)));
    }

    /** From there on, for some intervals; those without requests say nothing. */
    private static boolean isCalm(List<Interval> after, int from, double limit, double failed) {
        int end = Math.min(after.size(), from + IN_A_ROW);
        return after.subList(from, end).stream()
                .allMatch(
                        it ->
                                !(it.millis(95) > limit)
                                        && it.requests() > 0
                                        && it.failureShare() <= failed + FAILURES_SLACK);
    }
}
