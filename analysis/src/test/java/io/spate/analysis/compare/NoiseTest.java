package io.spate.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoiseTest {
    @Test
    void historyTellsHowMuchRunsDiffer() {
        assertThat(Noise.ofHistory(history(0, 0)).variance()).isCloseTo(1, within(0.2));
    }

    @Test
    void aChangeOfTheProductAmidTheHistoryCountsLittle() {
        assertThat(Noise.ofHistory(history(30, 0)).variance()).isCloseTo(1, within(0.25));
    }

    @Test
    void aDriftCountsLittle() {
        assertThat(Noise.ofHistory(history(0, 0.1)).variance()).isCloseTo(1, within(0.25));
    }

    @Test
    void aMachineThatIsOftenBusyIsNoChange() {
        assertThat(Noise.ofHistory(0, 0.1, 0, 5, 0.2, 5.1, 0, 0.1, 5, 0).variance())
                .isGreaterThan(4);
    }

    @Test
    void twoRunsAreNoHistory() {
        assertThat(Noise.ofHistory(1, 2).known()).isFalse();
        assertThat(Noise.ofHistory().known()).isFalse();
    }

    @Test
    void evidenceCountsByItsDegreesOfFreedom() {
        var pooled = Noise.pooled(List.of(new Noise(1, 3), new Noise(5, 1), unknown()));
        assertThat(pooled).isEqualTo(new Noise(2, 4));
        assertThat(Noise.pooled(List.of(unknown())).known()).isFalse();
    }

    @Test
    void whatIsUsualCountsWhereThereIsLittleElse() {
        assertThat(unknown().withUsual(4, 1)).isEqualTo(new Noise(5, 2));
        assertThat(new Noise(1, 4).withUsual(4, 1)).isEqualTo(new Noise(1, 4));
        assertThat(unknown().withUsual(Double.NaN, 1).known()).isFalse();
    }

    private static Noise unknown() {
        return new Noise(Double.NaN, 0);
    }

    private static double[] history(double step, double drift) {
        var random = new SplittableRandom(11);
        var figures = new double[200];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = random.nextGaussian() + drift * i + (i < 100 ? 0 : step);
        }
        return figures;
    }
}
