package io.spate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aRateHasItsNumberOfIterationsAtEvenDistances() {
        var pacer = Pacer.constant(4, 2 * SECOND);

        assertThat(pacer.dueNanos(0)).isZero();
        assertThat(pacer.dueNanos(1)).isEqualTo(SECOND / 4);
        assertThat(pacer.dueNanos(7)).isEqualTo(7 * SECOND / 4);
        assertThat(pacer.dueNanos(8)).isEqualTo(Pacer.NEVER);
    }

    @Property
    void dueTimesDoNotDecreaseAndDoNotDrift(
            @ForAll @DoubleRange(min = 1, max = 1_000_000) double rate,
            @ForAll @IntRange(min = 0, max = 1_000_000) int iteration) {
        var pacer = Pacer.constant(rate, Long.MAX_VALUE);

        assertThat(pacer.dueNanos(iteration + 1L))
                .isGreaterThanOrEqualTo(pacer.dueNanos(iteration));
        assertThat((double) pacer.dueNanos(iteration))
                .isCloseTo(iteration * 1e9 / rate, within(0.5));
    }

    @Property
    void segmentsTogetherAreTheWholeWorkload(
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll @IntRange(min = 1, max = 300) int rate) {
        var whole = Pacer.constant(rate, SECOND);
        for (int iteration = 0; iteration <= rate; iteration++) {
            var segment = new Segment(iteration % count, count);
            assertThat(whole.of(segment).dueNanos(iteration / count))
                    .isEqualTo(whole.dueNanos(iteration));
        }
    }
}
