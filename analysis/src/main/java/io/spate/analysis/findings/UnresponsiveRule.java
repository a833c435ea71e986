package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.RED_FLAG;

import io.spate.analysis.findings.Evidence.Interval;
import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Finding.Proof;
import io.spate.analysis.findings.Stretches.Stretch;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * No request succeeds any more: for at least 5 s, in which at least 20 successes were to be
 * expected by the ten intervals before, while users are there.
 */
final class UnresponsiveRule implements Rule {
    private static final double SECONDS_MIN = 5;
    private static final double EXPECTED_MIN = 20;
    private static final int BEFORE = 10;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        var all = evidence.intervals();
        return Stretches.where(all, UnresponsiveRule::isSilent).stream()
                .filter(it -> it.first() > 0)
                .filter(it -> seconds(it.of(all)) >= SECONDS_MIN)
                .filter(it -> expected(all, it) >= EXPECTED_MIN)
                .max(Comparator.comparingInt(Stretch::length))
                .map(it -> found(all, it));
    }

    private static boolean isSilent(Interval interval) {
        boolean paused =
                interval.snapshot().find(BuiltinMetrics.PAUSED).orElse(null)
                                instanceof Aggregate.Level(var last, _, _, var most)
                        && (last > 0 || most > 0);
        return interval.successes() == 0
                && !paused
                && (interval.users() > 0 || interval.failures() > 0);
    }

    private static double seconds(List<Interval> part) {
        return part.stream().mapToDouble(Interval::seconds).sum();
    }

    private static double expected(List<Interval> all, Stretch silent) {
        var before = all.subList(Math.max(0, silent.first() - BEFORE), silent.first());
        long successes = before.stream().mapToLong(Interval::successes).sum();
        return successes / seconds(before) * seconds(silent.of(all));
    }

    private static Finding found(List<Interval> all, Stretch silent) {
        var part = silent.of(all);
        boolean atEnd = silent.last() == all.size() - 1;
        double expected = expected(all, silent);
        long failed = part.stream().mapToLong(Interval::failures).sum();
        return new Finding(
                "unresponsive",
                RED_FLAG,
                "No answer any more",
                "From %s on no request succeeded for %s%s, where %s were to be expected; %d failed."
                        .formatted(
                                Words.clock(part.getFirst().fromNanos()),
                                Words.seconds(seconds(part)),
                                atEnd ? ", until the run ended" : "",
                                Words.number(Math.rint(expected)),
                                failed),
                List.of(
                        new Figure("silence", seconds(part), "s"),
                        new Figure("expected_successes", expected, ""),
                        new Figure("failures", failed, "")),
                new Proof("http_reqs", part.getFirst().fromNanos(), part.getLast().toNanos()));
    }
}
