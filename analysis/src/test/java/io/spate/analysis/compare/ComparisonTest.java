package io.spate.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.spate.analysis.MeasuredRun;
import io.spate.metrics.Snapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final ComparisonOptions OPTIONS = ComparisonOptions.DEFAULT;
    private static final Simulated USUAL = Simulated.USUAL.withAmongRuns(0.01);

    @Test
    void aShiftOfTenPercentIsFoundAndNamed() {
        var found = compare(USUAL.runs(5, 1, 1), USUAL.runs(5, 1.1, 2));

        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.REGRESSED);
        assertThat(found.words()).startsWith("all requests: p50 +");
        assertThat(found.overall().figure(Figure.P95).words()).startsWith("slower by ");
        assertThat(found.overall().figure(Figure.THROUGHPUT).verdict())
                .isEqualTo(ComparisonVerdict.PASS);
    }

    @Test
    void lessTimeIsAnImprovement() {
        var found = compare(USUAL.runs(5, 1, 1), USUAL.runs(5, 0.8, 2));

        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.IMPROVED);
        assertThat(found.overall().figure(Figure.P95).words()).startsWith("faster by ");
    }

    @Test
    void errorsRegressByTheirDifference() {
        var found = compare(USUAL.runs(3, 1, 1), USUAL.withErrors(0.05).runs(3, 1, 2));

        var errors = found.overall().figure(Figure.ERROR_RATE);
        assertThat(errors.verdict()).isEqualTo(ComparisonVerdict.REGRESSED);
        assertThat(errors.change().orElseThrow()).isCloseTo(0.048, within(0.01));
    }

    @Test
    void noErrorsOnEitherSideIsAPass() {
        var clean = USUAL.withErrors(0);
        var found = compare(clean.runs(3, 1, 1), clean.runs(3, 1, 2));

        assertThat(found.overall().figure(Figure.ERROR_RATE).verdict())
                .isEqualTo(ComparisonVerdict.PASS);
    }

    @Test
    void runsThatDifferMuchDecideNothingAndTellHowManyMoreWould() {
        var wild = USUAL.withAmongRuns(0.06);
        var found = compare(wild.runs(2, 1, 3), wild.runs(2, 1, 4));

        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.INCONCLUSIVE);
        assertThat(found.moreRuns()).isPresent();
        assertThat(found.words()).contains("more runs on each side would likely decide it");
    }

    @Test
    void asManyMoreRunsAsToldDecideItMostly() {
        var wild = USUAL.withAmongRuns(0.05);
        int decided = 0;
        int open = 0;
        for (int trial = 0; trial < 12; trial++) {
            var a = wild.runs(40, 1, 100 + trial);
            var b = wild.runs(40, 1, 200 + trial);
            var first = compare(a.subList(0, 3), b.subList(0, 3)).overall().figure(Figure.P95);
            if (first.moreRuns().isPresent() && first.moreRuns().getAsInt() < 37) {
                int needed = 3 + first.moreRuns().getAsInt();
                var later = compare(a.subList(0, needed), b.subList(0, needed));
                boolean told =
                        later.overall().figure(Figure.P95).verdict()
                                != ComparisonVerdict.INCONCLUSIVE;
                decided += told ? 1 : 0;
                open++;
            }
        }
        assertThat(open).isGreaterThan(3);
        assertThat(decided).isGreaterThanOrEqualTo(open / 2);
    }

    @Test
    void oneRunASideIsJudgedByTheNoiseOfEarlierRuns() {
        var calm = USUAL.withAmongRuns(0.005).withSeconds(60);
        var history = calm.runs(12, 1, 9);
        var a = calm.runs(1, 1, 1);
        var b = calm.runs(1, 1.2, 2);

        var alone = compare(a, b);
        var known = Comparison.of(a, b, history, OPTIONS);

        assertThat(alone.overall().figure(Figure.P95).verdict())
                .isEqualTo(ComparisonVerdict.INCONCLUSIVE);
        assertThat(alone.notes()).anyMatch(it -> it.contains("3 % is assumed"));
        assertThat(known.verdict()).isEqualTo(ComparisonVerdict.REGRESSED);
    }

    @Test
    void oneRunASideWithoutSecondsHasNoVerdict() {
        var found = compare(List.of(whole(1, 1)), List.of(whole(1.3, 2)));

        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.INCONCLUSIVE);
        assertThat(found.overall().figure(Figure.P95).interval()).isEmpty();
        assertThat(found.overall().figure(Figure.P95).change().orElseThrow())
                .isCloseTo(0.3, within(0.05));
        assertThat(found.notes()).anyMatch(it -> it.contains("without seconds"));
    }

    @Test
    void severalRunsWithoutSecondsHaveOne() {
        var a = IntStream.range(0, 5).mapToObj(it -> whole(1, it)).toList();
        var b = IntStream.range(5, 10).mapToObj(it -> whole(1.3, it)).toList();

        assertThat(compare(a, b).verdict()).isEqualTo(ComparisonVerdict.REGRESSED);
    }

    @Test
    void oneSlowEndpointAmongManyIsFound() {
        var many = USUAL.withEndpoints(10).withAmongRuns(0.01);
        var a = many.runs(5, 1, 1);
        var b = many.runs(5, 1, 2);
        var slow = USUAL.withAmongRuns(0.01).runs(5, 1.5, 3);
        var mixed =
                IntStream.range(0, 5).mapToObj(it -> replaced(b.get(it), slow.get(it))).toList();

        var found = compare(a, mixed);

        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.REGRESSED);
        assertThat(found.endpoints())
                .filteredOn(it -> it.verdict() == ComparisonVerdict.REGRESSED)
                .extracting(EndpointComparison::title)
                .containsExactly("GET /0");
        assertThat(found.words()).contains("GET /0: p50 +");
    }

    @Test
    void endpointsOfOneSideAreNamed() {
        var found = compare(USUAL.withEndpoints(3).runs(2, 1, 1), USUAL.runs(2, 1, 2));

        assertThat(found.endpoints()).isEmpty();
        assertThat(found.notes()).contains("gone: GET /1, GET /2");
    }

    @Test
    void aSideWithoutRequestsHasNothingToCompare() {
        var empty =
                new MeasuredRun("empty", Instant.EPOCH, List.of(Snapshot.empty(0, 1_000_000_000)));
        var found = compare(USUAL.runs(1, 1, 1), List.of(empty));

        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.INCONCLUSIVE);
        assertThat(found.overall().figure(Figure.P50).words()).isEqualTo("nothing to compare with");
    }

    @Test
    void aSideWithoutRunsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(List.of(), USUAL.runs(1, 1, 1)));
    }

    private static MeasuredRun whole(double factor, long seed) {
        var run = USUAL.runs(1, factor, seed).getFirst();
        return new MeasuredRun(run.name(), run.startedAt(), List.of(run.total()));
    }

    /** A run in which the first endpoint is that of another. */
    private static MeasuredRun replaced(MeasuredRun run, MeasuredRun other) {
        var seconds =
                IntStream.range(0, run.seconds().size())
                        .mapToObj(
                                it -> {
                                    var here = run.seconds().get(it);
                                    var values = new HashMap<>(here.aggregates());
                                    values.putAll(other.seconds().get(it).aggregates());
                                    return new Snapshot(
                                            here.startNanos(), here.endNanos(), values, Map.of());
                                })
                        .toList();
        return new MeasuredRun(run.name(), run.startedAt(), seconds);
    }

    private static Comparison compare(List<MeasuredRun> a, List<MeasuredRun> b) {
        return Comparison.of(a, b, List.of(), OPTIONS);
    }
}
