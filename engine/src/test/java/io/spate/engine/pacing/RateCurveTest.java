package io.spate.engine.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.plan.RateStage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RateCurveTest {
    private static final long SECOND = 1_000_000_000L;
    private static final MathContext EXACT = new MathContext(60);

    @Test
    void aRateHasItsNumberOfIterationsAtEvenDistances() {
        var curve = RateCurve.constant(4, 2 * SECOND);

        assertThat(curve.nanosAt(0)).isZero();
        assertThat(curve.nanosAt(1)).isEqualTo(SECOND / 4);
        assertThat(curve.nanosAt(7)).isEqualTo(7 * SECOND / 4);
        assertThat(curve.nanosAt(8)).isEqualTo(Curve.NEVER);
    }

    @Property
    void dueTimesDoNotDrift(
            @ForAll @DoubleRange(min = 1, max = 1_000_000) double rate,
            @ForAll @IntRange(min = 0, max = 1_000_000) int place) {
        var curve = RateCurve.constant(rate, Long.MAX_VALUE / 2);

        assertThat(curve.nanosAt(place + 1.0)).isGreaterThanOrEqualTo(curve.nanosAt(place));
        assertThat((double) curve.nanosAt(place)).isCloseTo(place * 1e9 / rate, within(0.6));
    }

    @Test
    void aRampHasTheAreaBelowIt() {
        // 0 to 100/s in 10 s: n iterations after sqrt(n / 5) s.
        var curve = RateCurve.ramp(0, List.of(stage(10, 100), stage(10, 100), stage(10, 0)));

        assertThat(curve.nanosAt(0)).isZero();
        assertThat(curve.nanosAt(5)).isEqualTo(SECOND);
        assertThat(curve.nanosAt(125)).isEqualTo(5 * SECOND);
        assertThat(curve.nanosAt(500)).isEqualTo(10 * SECOND);
        assertThat(curve.nanosAt(1500)).isEqualTo(20 * SECOND);
        assertThat(curve.nanosAt(1995)).isEqualTo(29 * SECOND);
        assertThat(curve.nanosAt(2000)).isEqualTo(Curve.NEVER);
        assertThat(curve.countAt(29 * SECOND)).isCloseTo(1995, within(1e-9));
    }

    @Test
    void anIterationThatAPauseOfTheRateComesBeforeIsDueAfterIt() {
        var curve =
                RateCurve.ramp(
                        10,
                        List.of(
                                stage(1, 10),
                                stage(0, 0),
                                stage(5, 0),
                                stage(0, 10),
                                stage(1, 10)));

        assertThat(curve.nanosAt(9)).isEqualTo(9 * SECOND / 10);
        assertThat(curve.nanosAt(10)).isEqualTo(6 * SECOND);
    }

    @Property
    void theInverseIsExactToTheNanosecond(
            @ForAll("stages") List<RateStage> stages,
            @ForAll @IntRange(min = 0, max = 10_000) int start,
            @ForAll @DoubleRange(min = 0, max = 1) double part) {
        var curve = RateCurve.ramp(start, stages);
        var place = Math.floor(part * total(start, stages));
        var due = curve.nanosAt(place);
        if (due == Curve.NEVER) {
            assertThat(exactCount(start, stages, Long.MAX_VALUE).doubleValue())
                    .isLessThanOrEqualTo(place + 1e-6);
            return;
        }

        // One nanosecond more holds the place, one less does not.
        var tolerance = new BigDecimal("1e-6");
        var exact = new BigDecimal(place);
        assertThat(exactCount(start, stages, due + 1).add(tolerance)).isGreaterThanOrEqualTo(exact);
        assertThat(exactCount(start, stages, due - 1).subtract(tolerance))
                .isLessThanOrEqualTo(exact);
    }

    @Property
    void dueTimesNeverGoBack(
            @ForAll("stages") List<RateStage> stages,
            @ForAll @IntRange(min = 0, max = 10_000) int start,
            @ForAll @LongRange(min = 0, max = 200_000) long place) {
        var curve = RateCurve.ramp(start, stages);

        assertThat(curve.nanosAt(place + 1.0))
                .isGreaterThanOrEqualTo(curve.nanosAt((double) place));
    }

    @Property
    void aChangeKeepsWhatWasDueAndGoesOnFromThere(
            @ForAll("stages") List<RateStage> stages,
            @ForAll @IntRange(min = 0, max = 1_000) int start,
            @ForAll @LongRange(min = 0, max = 60_000_000_000L) long at,
            @ForAll @IntRange(min = -2_000, max = 2_000) int added,
            @ForAll @LongRange(min = 0, max = 30_000_000_000L) long later) {
        var before = RateCurve.ramp(start, stages);
        var length = stages.stream().mapToLong(it -> it.duration().toNanos()).sum();
        if (at >= length) {
            return;
        }
        var after = before.changed(at, before, added);

        assertThat(after.countAt(at)).isEqualTo(before.countAt(at));
        var end = Math.min(length, at + later);
        var expected = areaAboveZero(start, stages, added, at, end);
        // Where the rate comes to zero is a whole nanosecond.
        assertThat(after.countAt(end) - after.countAt(at))
                .isCloseTo(expected, within(2e-5 + expected * 1e-9));
    }

    /** The integral of the shifted rate between two instants, line by line. */
    private static double areaAboveZero(
            int start, List<RateStage> stages, int added, long fromNanos, long toNanos) {
        double sum = 0;
        long begin = 0;
        double rate = start;
        for (var stage : stages) {
            var length = stage.duration().toNanos();
            var from = Math.clamp(fromNanos - begin, 0, length);
            var to = Math.clamp(toNanos - begin, 0, length);
            if (to > from) {
                var slope = (stage.target() - rate) / length;
                sum += area(rate + slope * from + added, rate + slope * to + added, to - from);
            }
            begin += length;
            rate = stage.target();
        }
        return sum;
    }

    private static double area(double from, double to, long nanos) {
        var seconds = nanos / 1e9;
        if (from >= 0 && to >= 0) {
            return (from + to) / 2 * seconds;
        }
        var top = Math.max(from, to);
        return top <= 0 ? 0 : top / 2 * seconds * (top / Math.abs(to - from));
    }

    @Provide
    Arbitrary<List<RateStage>> stages() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 20_000_000_000L),
                        Arbitraries.integers().between(0, 10_000))
                .as((nanos, target) -> new RateStage(Duration.ofNanos(nanos), target))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static RateStage stage(int seconds, int target) {
        return new RateStage(Duration.ofSeconds(seconds), target);
    }

    private static double total(int start, List<RateStage> stages) {
        return exactCount(start, stages, Long.MAX_VALUE).doubleValue();
    }

    /** The integral in decimal fractions. */
    private static BigDecimal exactCount(int start, List<RateStage> stages, long nanos) {
        var sum = BigDecimal.ZERO;
        long begin = 0;
        var from = BigDecimal.valueOf(start);
        for (var stage : new ArrayList<>(stages)) {
            var length = stage.duration().toNanos();
            var to = BigDecimal.valueOf((long) stage.target());
            var until = BigDecimal.valueOf(Math.clamp(nanos - begin, 0, length));
            if (length > 0) {
                var slope = to.subtract(from).divide(BigDecimal.valueOf(length), EXACT);
                var middle = from.add(slope.multiply(until).divide(BigDecimal.TWO, EXACT));
                sum = sum.add(middle.multiply(until).movePointLeft(9));
            }
            begin += length;
            from = to;
        }
        return sum;
    }
}
