package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.WARNING;

import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Ramp.Bin;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where latency spikes on a ramp: the first bin whose p95 is at least twice the median p95 of those
 * before it, where no later one falls below that again.
 */
final class LatencyKneeRule implements Rule {
    private static final double RATIO = 2;
    private static final double MILLIS_MIN = 2;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        return Ramp.of(evidence).flatMap(it -> find(evidence, it));
    }

    private static Optional<Finding> find(Evidence evidence, Ramp ramp) {
        var bins = ramp.bins();
        double[] p95 = bins.stream().mapToDouble(it -> it.millis(95)).toArray();
        for (int i = 1; i < bins.size(); i++) {
            double before = Medians.of(Arrays.copyOf(p95, i));
            double lowest = Arrays.stream(p95, i, p95.length).min().orElse(0);
            if (lowest >= RATIO * before && lowest - before >= MILLIS_MIN) {
                return Optional.of(found(evidence, ramp, i, before));
            }
        }
        return Optional.empty();
    }

    private static Finding found(Evidence evidence, Ramp ramp, int at, double before) {
        Bin bin = ramp.bins().get(at);
        Bin last = ramp.last();
        var from = evidence.load(bin.load());
        return new Finding(
                "latency_knee",
                WARNING,
                "Latency spikes at " + from,
                "From about %s on, p95 is %s and more; below it was %s. At %s it is %s."
                        .formatted(
                                from,
                                Words.millis(bin.millis(95)),
                                Words.millis(before),
                                evidence.load(last.load()),
                                Words.millis(last.millis(95))),
                List.of(
                        new Figure("load", bin.load(), evidence.loadUnit()),
                        new Figure("p95_before", before, "ms"),
                        new Figure("p95_there", bin.millis(95), "ms"),
                        new Figure("p95_at_most_load", last.millis(95), "ms")),
                ramp.proof(evidence.latency().name(), at));
    }
}
