package io.spate.analysis.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {

    @Property(tries = 100)
    void aStraightLineHasItsSlope(
            @ForAll @DoubleRange(min = -10, max = 10) double slope,
            @ForAll @DoubleRange(min = -100, max = 100) double start) {
        var values = new double[20];
        for (int i = 0; i < values.length; i++) {
            values[i] = start + slope * i;
        }

        var trend = Trend.of(values);

        assertThat(trend.slope()).isCloseTo(slope, within(1e-9));
        assertThat(trend.start()).isCloseTo(start, within(1e-9));
    }

    @Test
    void oneOutlierDoesNotMoveTheSlope() {
        var values = new double[30];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        values[29] = 10_000;

        assertThat(Trend.of(values).slope()).isCloseTo(1, within(0.01));
    }

    /** Without any trend, p-values below a bound are about as frequent as the bound, or rarer. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.8})
    void noiseSeldomLooksLikeATrend(double persistence) {
        var random = new Random(7);
        int alarms = 0;
        int runs = 2000;
        for (int run = 0; run < runs; run++) {
            var values = new double[40];
            double value = random.nextGaussian();
            for (int i = 0; i < values.length; i++) {
                values[i] = value;
                value =
                        persistence * value
                                + Math.sqrt(1 - persistence * persistence) * random.nextGaussian();
            }
            alarms += Trend.of(values).pValue() < 0.001 ? 1 : 0;
        }

        // 20 would be 1 %. Where each value is nearly the last one, any test is fooled at times.
        assertThat(alarms).isLessThan(persistence < 0.8 ? 20 : 80);
    }

    @Test
    void theUpperTailIsThatOfTheNormalDistribution() {
        assertThat(Trend.upperTail(0)).isCloseTo(0.5, within(1e-6));
        assertThat(Trend.upperTail(1.959964)).isCloseTo(0.025, within(1e-6));
        assertThat(Trend.upperTail(-1.644854)).isCloseTo(0.95, within(1e-6));
    }
}
