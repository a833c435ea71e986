package io.spate.metrics.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvennessTest {

    /** Critical values of printed tables. */
    @ParameterizedTest
    @CsvSource({
        "1, 3.841459, 0.05",
        "1, 6.634897, 0.01",
        "2, 5.991465, 0.05",
        "3, 11.344867, 0.01",
        "5, 1.145476, 0.95",
        "10, 18.307038, 0.05",
        "30, 50.892181, 0.01",
        "100, 124.342113, 0.05",
        "255, 293.24783, 0.05"
    })
    void theChanceIsThatOfTheTables(int degreesOfFreedom, double value, double chance) {
        assertThat(ChiSquare.chanceOfMore(value, degreesOfFreedom)).isCloseTo(chance, within(1e-5));
    }

    /** With two degrees of freedom the chance is exp(-x / 2). */
    @Property
    void theChanceOfTwoDegreesIsExponential(@ForAll @IntRange(max = 1000) int value) {
        assertThat(ChiSquare.chanceOfMore(value, 2))
                .isCloseTo(Math.exp(-value / 2.0), within(1e-9));
    }

    @Property
    void theChanceFallsAsTheValueGrows(
            @ForAll @IntRange(min = 1, max = 257) int degrees,
            @ForAll @IntRange(max = 500) int value) {
        double chance = ChiSquare.chanceOfMore(value, degrees);
        assertThat(chance).isBetween(0.0, 1.0);
        assertThat(ChiSquare.chanceOfMore(value + 1, degrees)).isLessThanOrEqualTo(chance + 1e-12);
    }

    @Property
    void anEqualPartForEachIsEven(
            @ForAll @IntRange(min = 2, max = 256) int nodes,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long requests) {
        long[] each = new long[nodes];
        Arrays.fill(each, requests);
        assertThat(Evenness.of(each)).isEqualTo(Evenness.EVEN);
    }

    @Property
    void theOrderOfTheNodesDoesNotMatter(@ForAll @Size(min = 2, max = 20) long[] any) {
        long[] each = Arrays.stream(any).map(it -> Math.abs(it % 1_000_000)).toArray();
        long[] sorted = each.clone();
        Arrays.sort(sorted);
        var one = Evenness.of(each);
        var other = Evenness.of(sorted);
        assertThat(other.busiest()).isEqualTo(one.busiest());
        assertThat(other.pValue()).isCloseTo(one.pValue(), within(1e-6));
        assertThat(one.quietest()).isBetween(0.0, 1.0);
        assertThat(one.busiest()).isBetween(1.0, (double) each.length);
    }

    @Test
    void oneOfFourWithEightyPercentIsFarFromChance() {
        var evenness = Evenness.of(800, 67, 67, 66);
        assertThat(evenness.busiest()).isCloseTo(3.2, within(1e-9));
        assertThat(evenness.quietest()).isCloseTo(0.264, within(1e-9));
        assertThat(evenness.variation()).isCloseTo(1.2702, within(1e-3));
        assertThat(evenness.mayBeChance()).isFalse();
    }

    @Test
    void whatIsSentAtRandomIsTakenForChanceNearlyAlways() {
        var random = new Random(7);
        int refused = 0;
        for (int run = 0; run < 1000; run++) {
            long[] each = new long[5];
            for (int i = 0; i < 500; i++) {
                each[random.nextInt(5)]++;
            }
            refused += Evenness.of(each).mayBeChance() ? 0 : 1;
        }
        assertThat(refused).isBetween(2, 22);
    }

    @Test
    void nothingAndOneNodeAreEven() {
        assertThat(Evenness.of()).isEqualTo(Evenness.EVEN);
        assertThat(Evenness.of(17)).isEqualTo(Evenness.EVEN);
        assertThat(Evenness.of(0, 0)).isEqualTo(Evenness.EVEN);
    }
}
