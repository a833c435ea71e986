package io.spate.report.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.metrics.Histogram;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static Bars bars(long... nanos) {
        return Bars.of("service_time", Histogram.of(nanos));
    }

    @Property
    void everyValueStandsInOneBarAndThereAreNotTooMany(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0) Long> nanos) {
        var bars = bars(nanos.stream().mapToLong(it -> it).toArray());
        if (nanos.stream().allMatch(it -> it == 0)) {
            assertThat(bars.bars()).isEmpty();
            return;
        }
        assertThat(bars.count()).isEqualTo(nanos.size());
        assertThat(bars.bars()).hasSizeBetween(1, Bars.MAX);
        for (int i = 1; i < bars.bars().size(); i++) {
            assertThat(bars.bars().get(i).fromMs()).isEqualTo(bars.bars().get(i - 1).toMs());
            assertThat(bars.bars().get(i).count()).isNotNegative();
        }
        assertThat(bars.bars().getLast().count()).as("no empty bar at the end").isPositive();
    }

    @Test
    void aNarrowSpreadHasEqualStepsOfRoundNumbers() {
        var bars = bars(12_300_000, 15_200_000, 15_400_000, 19_600_000, 21_300_000);
        assertThat(bars.scale()).isEqualTo("linear");
        assertThat(bars.bars())
                .extracting(Bars.Bar::fromMs)
                .containsExactly(12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0, 21.0);
        assertThat(bars.bars())
                .extracting(Bars.Bar::count)
                .containsExactly(1L, 0L, 0L, 2L, 0L, 0L, 0L, 1L, 0L, 1L);
    }

    @Test
    void aWideSpreadHasStepsThatGrow() {
        var bars = bars(300_000, 1_000_000, 2_000_000, 40_000_000, 900_000_000);
        assertThat(bars.scale()).isEqualTo("logarithmic");
        assertThat(bars.bars().getFirst().fromMs()).isCloseTo(0.2, within(1e-9));
        assertThat(bars.bars().get(1).fromMs()).isCloseTo(0.5, within(1e-9));
        assertThat(bars.bars().getLast().toMs()).isCloseTo(1000, within(1e-6));
    }

    @Test
    void valuesThatAreAllTheSameAreOneBar() {
        assertThat(bars(5_000_000, 5_000_000).bars()).hasSize(1);
    }

    @Test
    void requestsWithoutATimeStandBesideTheFastestAndAreNotDrawnAlone() {
        assertThat(bars(0, 0, 3_000_000, 4_000_000).bars().getFirst().fromMs())
                .isCloseTo(0.001, within(1e-9));
        assertThat(bars(0, 0, 3_000_000, 4_000_000).count()).isEqualTo(4);
        assertThat(bars(0, 0).bars()).isEmpty();
    }

    @Test
    void nothingHasNoBars() {
        assertThat(bars().bars()).isEmpty();
    }
}
