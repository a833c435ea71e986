package io.spate.metrics.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Seconds of synthetic runs whose true warm-up is known. */
class SteadyStateTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int MAX = 300;

    @Property(tries = 300)
    void whatOnlyVariesIsSoonSteady(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.2) double noise) {
        int end = end(seed, noise, at -> 1000, at -> 20);
        assertThat(end).isBetween(SteadyState.SECONDS_MIN, 60);
    }

    @Property(tries = 300)
    void whatApproachesALevelIsSteadyOnceItIsThere(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 0.03) double noise,
            @ForAll @DoubleRange(min = 3, max = 15) double scale) {
        int end =
                end(
                        seed,
                        noise,
                        at -> 1000 * (1 - 0.8 * Math.exp(-at / scale)),
                        at -> 20 + 60 * Math.exp(-at / scale));
        // After 1.5 time constants 18 % of the way is left; after 12 it was over for long.
        assertThat((double) end).isBetween(1.5 * scale, 30 + 12 * scale);
    }

    @Property(tries = 300)
    void whatJumpsIsNotSteadyBeforeTheJump(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 0.05) double noise,
            @ForAll @IntRange(min = 1, max = 8) int jump) {
        int end = end(seed, noise, at -> at < jump ? 300 : 1000, at -> at < jump ? 90 : 20);
        assertThat(end).isBetween(jump + 2, 60);
    }

    @Property(tries = 100)
    void aStallIsNotTakenForAWarmUp(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int stalled) {
        int end =
                end(
                        seed,
                        0.05,
                        at -> (int) at == stalled ? 10 : 1000,
                        at -> (int) at == stalled ? 900 : 20);
        assertThat(end).isLessThanOrEqualTo(2 * stalled + 60);
    }

    @Property(tries = 100)
    void whatKeepsRisingEndsAtTheLatest(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.01) double noise) {
        assertThat(end(seed, noise, at -> 100 + 50 * at, at -> 20)).isEqualTo(MAX);
    }

    @Property(tries = 100)
    void oneOfTheTwoIsNotEnough(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.01) double noise) {
        assertThat(end(seed, noise, at -> 1000, at -> 20 + at)).isEqualTo(MAX);
    }

    @Example
    void neverLastsLongerThanToldAndStaysOver() {
        var state = new SteadyState(Duration.ofSeconds(2));
        assertThat(state.add(Snapshot.empty(0, SECOND))).isFalse();
        assertThat(state.add(Snapshot.empty(SECOND, 2 * SECOND))).isTrue();
        assertThat(state.add(Snapshot.empty(2 * SECOND, 3 * SECOND))).isTrue();
    }

    @Example
    void withoutAnythingMeasuredItLastsAsLongAsItMay() {
        var state = new SteadyState(Duration.ofSeconds(MAX));
        int seconds = 0;
        while (!state.add(Snapshot.empty(seconds * SECOND, (seconds + 1) * SECOND))) {
            seconds++;
        }
        assertThat(seconds + 1).isEqualTo(MAX);
    }

    @Example
    void withoutRequestsItLooksAtIterations() {
        var state = new SteadyState(Duration.ofSeconds(MAX));
        int seconds = 0;
        boolean over = false;
        while (!over) {
            over =
                    state.add(
                            second(
                                    seconds++,
                                    Map.of(
                                            new Series(BuiltinMetrics.ITERATIONS, Tags.NONE),
                                            new Count(100),
                                            new Series(
                                                    BuiltinMetrics.ITERATION_DURATION, Tags.NONE),
                                            new Distribution(Histogram.of(5_000_000)))));
        }
        assertThat(seconds).isEqualTo(SteadyState.SECONDS_MIN + 2);
    }

    @Example
    void leavesOutWhatMakesTheMeanLessSure() {
        var curve = new SteadyState.Curve();
        for (double value : new double[] {1, 2, 3, 10, 11, 9, 10, 10, 11, 9, 10, 10}) {
            curve.add(value);
        }
        assertThat(curve.truncation()).isEqualTo(3);
        assertThat(curve.steady()).isTrue();
    }

    /** The second with which the warm-up of a run ends, of a rate and a time in milliseconds. */
    private static int end(
            long seed, double noise, DoubleUnaryOperator rate, DoubleUnaryOperator millis) {
        var random = new Random(seed);
        var state = new SteadyState(Duration.ofSeconds(MAX));
        for (int at = 0; at < MAX; at++) {
            double count = rate.applyAsDouble(at) * (1 + noise * random.nextGaussian());
            double time = millis.applyAsDouble(at) * 1e6 * (1 + noise * random.nextGaussian());
            var values =
                    Map.<Series, Aggregate>of(
                            new Series(BuiltinMetrics.HTTP_REQS, Tags.NONE),
                            new Count(Math.round(count)),
                            new Series(BuiltinMetrics.HTTP_REQ_DURATION, Tags.NONE),
                            new Distribution(Histogram.of(Math.round(time))));
            if (state.add(second(at, values))) {
                return at + 1;
            }
        }
        throw new AssertionError("it did not end");
    }

    private static Snapshot second(int from, Map<Series, Aggregate> values) {
        return new Snapshot(from * SECOND, (from + 1) * SECOND, values, Map.of());
    }
}
