package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.RED_FLAG;

import io.spate.analysis.findings.Evidence.Interval;
import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Finding.Proof;
import java.util.List;
import java.util.Optional;

/**
 * Latency that rises while the load stays the same: a leak, a table that grows, a line that never
 * empties. By the {@link Trend} of the median, or of the p95, over up to 40 groups of equal length.
 */
final class DegradationRule implements Rule {
    private static final int GROUPS = 40;
    private static final double SECONDS_MIN = 60;
    private static final double SIGNIFICANT = 0.001;
    private static final double RISE_MIN = 0.2;
    private static final double MILLIS_MIN = 0.5;
    private static final long REQUESTS_MIN = 40;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        var steady = Stretches.steady(evidence);
        double seconds = steady.stream().mapToDouble(Interval::seconds).sum();
        if (seconds < SECONDS_MIN) {
            return Optional.empty();
        }
        return find(evidence, steady, 50, seconds).or(() -> find(evidence, steady, 95, seconds));
    }

    private static Optional<Finding> find(
            Evidence evidence, List<Interval> steady, int percentile, double seconds) {
        var groups = Stretches.groups(steady, GROUPS, REQUESTS_MIN);
        if (groups.size() < Trend.VALUES_MIN) {
            return Optional.empty();
        }
        double[] millis =
                groups.stream()
                        .mapToDouble(it -> Stretches.times(it).percentile(percentile) / 1e6)
                        .toArray();
        var trend = Trend.of(millis);
        boolean rises =
                trend.pValue() < SIGNIFICANT
                        && trend.rise() >= MILLIS_MIN
                        && trend.rise() >= RISE_MIN * Math.max(0, trend.start());
        if (!rises) {
            return Optional.empty();
        }
        double perHour = trend.rise() / seconds * 3600;
        return Optional.of(
                new Finding(
                        "degradation",
                        RED_FLAG,
                        "Slower and slower under the same load",
                        ("At a constant %s the p%d rose from %s to %s within %s (%s more an hour):"
                                        + " something leaks, grows, or lines up.")
                                .formatted(
                                        evidence.load(steady.getFirst().load()),
                                        percentile,
                                        Words.millis(Math.max(0, trend.start())),
                                        Words.millis(trend.start() + trend.rise()),
                                        Words.seconds(seconds),
                                        Words.millis(perHour)),
                        List.of(
                                new Figure("percentile", percentile, ""),
                                new Figure("slope_per_hour", perHour, "ms"),
                                new Figure("rise", trend.rise(), "ms"),
                                new Figure("p_value", trend.pValue(), "")),
                        new Proof(
                                evidence.latency().name(),
                                steady.getFirst().fromNanos(),
                                steady.getLast().toNanos())));
    }
}
