package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.WARNING;

import io.spate.analysis.findings.Evidence.Interval;
import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Finding.Proof;
import io.spate.analysis.findings.Stretches.Stretch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Failures that come and go: for a while at least a tenth of the requests fail, less than 1 %
 * before and after. Says how long it took until they succeeded again.
 */
final class OutburstRule implements Rule {
    private static final double FAILING = 0.1;
    private static final double CLEAN = 0.01;
    private static final int INTERVALS_MIN = 2;
    private static final long FAILURES_MIN = 10;
    private static final int AROUND = 3;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        var all = evidence.intervals();
        return Stretches.where(all, it -> it.failureShare() >= FAILING).stream()
                .filter(it -> isOutburst(all, it))
                .max(Comparator.comparingInt(Stretch::length))
                .map(it -> found(all, it));
    }

    private static boolean isOutburst(List<Interval> all, Stretch failing) {
        int from = failing.first() - AROUND;
        int to = failing.last() + 1 + AROUND;
        return failing.length() >= INTERVALS_MIN
                && from >= 0
                && to <= all.size()
                && failures(failing.of(all)) >= FAILURES_MIN
                && share(all.subList(from, failing.first())) < CLEAN
                && share(all.subList(failing.last() + 1, to)) < CLEAN;
    }

    private static long failures(List<Interval> part) {
        return part.stream().mapToLong(Interval::failures).sum();
    }

    private static double share(List<Interval> part) {
        long requests = part.stream().mapToLong(Interval::requests).sum();
        return requests == 0 ? 0 : (double) failures(part) / requests;
    }

    private static Finding found(List<Interval> all, Stretch failing) {
        var part = failing.of(all);
        long from = part.getFirst().fromNanos();
        long to = part.getLast().toNanos();
        double seconds = (to - from) / 1e9;
        return new Finding(
                "outburst",
                WARNING,
                "Failed for a while and recovered",
                "From %s on %s of the requests failed; after %s they succeeded again."
                        .formatted(
                                Words.clock(from),
                                Words.percent(share(part)),
                                Words.seconds(seconds)),
                List.of(
                        new Figure("recovery", seconds, "s"),
                        new Figure("failure_rate", share(part), ""),
                        new Figure("failures", failures(part), "")),
                new Proof("http_req_failed", from, to));
    }
}
