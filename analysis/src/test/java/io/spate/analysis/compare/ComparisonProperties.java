package io.spate.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.analysis.MeasuredRun;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ComparisonProperties {
    private static final ComparisonOptions OPTIONS =
            new ComparisonOptions(0.05, 0.002, 0.95, "http_req_duration", 1, 199);
    private static final Simulated SHORT = new Simulated(2, 20, 40, 0.02, 0.05, 0.5, 0.01);

    @Property(tries = 30)
    void identicalRunsNeverDiffer(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int runs) {
        var a = SHORT.runs(runs, 1, seed);

        var found = compare(a, a, OPTIONS);

        assertThat(found.verdict())
                .isNotIn(ComparisonVerdict.REGRESSED, ComparisonVerdict.IMPROVED);
        found.rows()
                .flatMap(it -> it.figures().stream())
                .forEach(it -> assertThat(it.change().orElseThrow()).isZero());
    }

    @Property(tries = 30)
    void aBigShiftIsAlwaysFound(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 5) int runs,
            @ForAll @DoubleRange(min = 2, max = 10) double factor) {
        var found = compare(SHORT.runs(runs, 1, seed), SHORT.runs(runs, factor, ~seed), OPTIONS);

        assertThat(found.overall().figure(Figure.P95).verdict())
                .isEqualTo(ComparisonVerdict.REGRESSED);
        var back = compare(SHORT.runs(runs, factor, ~seed), SHORT.runs(runs, 1, seed), OPTIONS);
        assertThat(back.overall().figure(Figure.P95).verdict())
                .isEqualTo(ComparisonVerdict.IMPROVED);
    }

    @Property(tries = 30)
    void intervalsHoldTheirEstimate(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int runs) {
        var found = compare(SHORT.runs(runs, 1, seed), SHORT.runs(runs, 1.05, ~seed), OPTIONS);

        found.rows()
                .flatMap(it -> it.figures().stream())
                .forEach(
                        it ->
                                assertThat(
                                                it.interval()
                                                        .orElseThrow()
                                                        .contains(it.change().orElseThrow()))
                                        .isTrue());
    }

    @Property(tries = 10)
    void theSeedDecidesChanceAndNothingElseDoes(@ForAll long seed) {
        var a = SHORT.runs(3, 1, seed);
        var b = SHORT.runs(3, 1.05, ~seed);

        assertThat(compare(a, b, OPTIONS)).isEqualTo(compare(a, b, OPTIONS));
        assertThat(compare(a, b, OPTIONS)).isNotEqualTo(compare(a, b, OPTIONS.withSeed(2)));
    }

    @Property(tries = 15)
    void theUnitOfTimeDoesNotMatter(@ForAll long seed) {
        var a = SHORT.runs(3, 1, seed);
        var b = SHORT.runs(3, 1.08, ~seed);

        var found = compare(a, b, OPTIONS).overall();
        var slower = compare(scaled(a, 1000), scaled(b, 1000), OPTIONS).overall();

        for (Figure figure : Figure.values()) {
            var one = found.figure(figure).interval().orElseThrow();
            var other = slower.figure(figure).interval().orElseThrow();
            assertThat(other.low()).isCloseTo(one.low(), within(0.01));
            assertThat(other.high()).isCloseTo(one.high(), within(0.01));
        }
    }

    /** The same with all times multiplied. */
    private static List<MeasuredRun> scaled(List<MeasuredRun> runs, long factor) {
        List<MeasuredRun> scaled = new ArrayList<>();
        for (MeasuredRun run : runs) {
            List<Snapshot> seconds = new ArrayList<>();
            for (Snapshot second : run.seconds()) {
                var values = new HashMap<>(second.aggregates());
                values.replaceAll(
                        (series, value) ->
                                series.metric().equals(BuiltinMetrics.HTTP_REQ_DURATION)
                                                && value
                                                        instanceof Aggregate.Distribution(var times)
                                        ? new Aggregate.Distribution(scaled(times, factor))
                                        : value);
                seconds.add(new Snapshot(second.startNanos(), second.endNanos(), values, Map.of()));
            }
            scaled.add(new MeasuredRun(run.name(), run.startedAt(), seconds));
        }
        return scaled;
    }

    private static Histogram scaled(Histogram times, long factor) {
        List<Long> values = new ArrayList<>();
        times.forEach(
                (lowest, highest, count) -> {
                    for (long i = 0; i < count; i++) {
                        values.add((lowest + highest) / 2 * factor);
                    }
                });
        return Histogram.of(values.stream().mapToLong(Long::longValue).toArray());
    }

    private static Comparison compare(
            List<MeasuredRun> a, List<MeasuredRun> b, ComparisonOptions options) {
        return Comparison.of(a, b, List.of(), options);
    }
}
