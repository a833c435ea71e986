package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.GOOD;
import static io.spate.analysis.findings.Finding.Sign.WARNING;

import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Ramp.Bin;
import java.util.List;
import java.util.Optional;

/**
 * Whether the rate of successful requests grows as the load does. Good where it keeps 90 % of what
 * the lowest load brought per user. It flattens where the best split of the ramp into a straight
 * line through nothing and a level leaves at most half of the line's rate at the highest load, and
 * the level gains less than a quarter of what the line would.
 */
final class ThroughputRule implements Rule {
    private static final double LINEAR = 0.9;
    private static final double FLAT = 0.75;
    private static final double GAIN = 0.25;

    /** The level spans at least this factor of load. */
    private static final double SPAN = 1.25;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        return Ramp.of(evidence).flatMap(it -> find(evidence, it));
    }

    private static Optional<Finding> find(Evidence evidence, Ramp ramp) {
        var bins = ramp.bins();
        for (int i = 1; i < bins.size() - 1; i++) {
            double perLoad = perLoad(bins.subList(0, i));
            if (isFlat(bins.subList(i, bins.size()), perLoad)) {
                return Optional.of(flat(evidence, ramp, i, perLoad));
            }
        }
        double first = perLoad(bins.subList(0, 2));
        boolean linear =
                first > 0
                        && bins.stream()
                                .allMatch(
                                        it ->
                                                it.successesPerSecond()
                                                        >= LINEAR * first * it.load());
        return linear ? Optional.of(linear(evidence, ramp)) : Optional.empty();
    }

    private static boolean isFlat(List<Bin> level, double perLoad) {
        var first = level.getFirst();
        var last = level.getLast();
        double more = last.load() - first.load();
        double gained = last.successesPerSecond() - first.successesPerSecond();
        return perLoad > 0
                && last.load() >= SPAN * first.load()
                && level.size() >= 3
                && last.successesPerSecond() <= FLAT * perLoad * last.load()
                && gained <= GAIN * perLoad * more
                && level.stream()
                        .allMatch(
                                it ->
                                        it.successesPerSecond()
                                                <= (1 + GAIN) * first.successesPerSecond());
    }

    private static double perLoad(List<Bin> bins) {
        double load = bins.stream().mapToDouble(Bin::load).sum();
        return load == 0 ? 0 : bins.stream().mapToDouble(Bin::successesPerSecond).sum() / load;
    }

    private static Finding flat(Evidence evidence, Ramp ramp, int at, double perLoad) {
        var bins = ramp.bins();
        double level =
                Medians.of(
                        bins.subList(at, bins.size()).stream()
                                .map(Bin::successesPerSecond)
                                .toList());
        // Where the line meets the level.
        double load = Math.min(level / perLoad, bins.get(at).load());
        var last = ramp.last();
        return new Finding(
                "throughput_flattens",
                WARNING,
                "Throughput flattens at " + evidence.load(load),
                "From about %s on, more load brings no more: %s successful requests per second; at %s"
                                .formatted(
                                        evidence.load(load),
                                        Words.number(level),
                                        evidence.load(last.load()))
                        + " there are %s, where a straight line would have %s."
                                .formatted(
                                        Words.number(last.successesPerSecond()),
                                        Words.number(perLoad * last.load())),
                List.of(
                        new Figure("load", load, evidence.loadUnit()),
                        new Figure("throughput", level, "1/s"),
                        new Figure("throughput_if_linear", perLoad * last.load(), "1/s")),
                ramp.proof("http_reqs", at));
    }

    private static Finding linear(Evidence evidence, Ramp ramp) {
        var first = ramp.first();
        var last = ramp.last();
        double times = last.load() / first.load();
        double actual = last.successesPerSecond() / first.successesPerSecond();
        return new Finding(
                "linear_scaling",
                GOOD,
                "Throughput follows the load",
                "From %s to %s, %s times the load, throughput grew to %s times: %s to %s/s."
                        .formatted(
                                evidence.load(first.load()),
                                evidence.load(last.load()),
                                Words.number(times),
                                Words.number(actual),
                                Words.number(first.successesPerSecond()),
                                Words.number(last.successesPerSecond())),
                List.of(
                        new Figure("load_multiple", times, ""),
                        new Figure("throughput_multiple", actual, "")),
                ramp.proof("http_reqs", 0));
    }
}
