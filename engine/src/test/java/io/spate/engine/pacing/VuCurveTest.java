package io.spate.engine.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.plan.Stage;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class VuCurveTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aRampReachesItsTargetExactlyAtItsEnd() {
        var curve = new VuCurve.Ramp(0, List.of(stage(10, 10), stage(10, 10), stage(5, 0)));

        assertThat(curve.vusAt(0)).isZero();
        assertThat(curve.vusAt(SECOND - 1)).isZero();
        assertThat(curve.vusAt(SECOND)).isEqualTo(1);
        assertThat(curve.vusAt(10 * SECOND)).isEqualTo(10);
        assertThat(curve.vusAt(20 * SECOND)).isEqualTo(10);
        assertThat(curve.vusAt(20 * SECOND + SECOND / 2)).isEqualTo(9);
        assertThat(curve.vusAt(25 * SECOND)).isZero();
    }

    @Test
    void aStageWithoutLengthJumps() {
        var curve = new VuCurve.Ramp(5, List.of(stage(0, 100), stage(10, 100), stage(0, 20)));

        assertThat(curve.vusAt(0)).isEqualTo(100);
        assertThat(curve.vusAt(10 * SECOND)).isEqualTo(20);
        assertThat(curve.nextChangeNanos(0)).isEqualTo(10 * SECOND);
        assertThat(curve.nextChangeNanos(10 * SECOND)).isEqualTo(VuCurve.NEVER);
    }

    @Test
    void millionsOfUsersOverDaysStayExact() {
        var days = Duration.ofDays(10).toNanos();
        var curve = new VuCurve.Ramp(0, List.of(new Stage(Duration.ofDays(10), 10_000_000)));

        assertThat(curve.vusAt(days / 2)).isEqualTo(5_000_000);
        assertThat(curve.vusAt(days)).isEqualTo(10_000_000);
    }

    @Property
    void theNumberOfUsersChangesOnlyWhereItSaysSo(
            @ForAll("curves") VuCurve curve,
            @ForAll @LongRange(min = 0, max = 40_000_000_000L) long nanos) {
        var now = curve.vusAt(nanos);
        var next = curve.nextChangeNanos(nanos);

        assertThat(next).isGreaterThan(nanos);
        if (next == VuCurve.NEVER) {
            assertThat(curve.vusAt(Long.MAX_VALUE)).isEqualTo(now);
        } else {
            assertThat(curve.vusAt(next - 1)).isEqualTo(now);
            assertThat(curve.vusAt(next)).isNotEqualTo(now);
        }
    }

    @Property
    void segmentsTogetherAreTheWholeCurve(
            @ForAll("curves") VuCurve curve,
            @ForAll @LongRange(min = 0, max = 40_000_000_000L) long nanos,
            @ForAll @LongRange(min = 1, max = 9) long count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += new Segment(i, (int) count).share(curve.vusAt(nanos));
        }

        assertThat(sum).isEqualTo(curve.vusAt(nanos));
    }

    @Provide
    Arbitrary<VuCurve> curves() {
        var stages =
                Combinators.combine(
                                Arbitraries.longs().between(0, 10_000_000_000L),
                                Arbitraries.integers().between(0, 500))
                        .as((nanos, target) -> new Stage(Duration.ofNanos(nanos), target))
                        .list()
                        .ofMaxSize(4);
        return Combinators.combine(Arbitraries.integers().between(0, 500), stages)
                .as(VuCurve.Ramp::new);
    }

    private static Stage stage(int seconds, int target) {
        return new Stage(Duration.ofSeconds(seconds), target);
    }
}
