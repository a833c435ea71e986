package io.spate.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockLengthTest {
    @Test
    void whatRemembersLongerNeedsLongerBlocks() {
        assertThat(length(0)).isLessThan(3);
        assertThat(length(0.9)).isBetween(5.0, 60.0).isGreaterThan(length(0.4));
    }

    @Test
    void aConstantNeedsNone() {
        assertThat(BlockLength.of(List.of(new double[30]))).isEqualTo(1);
    }

    @Test
    void aRunOfFewSecondsHasNoRoomForBlocks() {
        assertThat(BlockLength.of(List.of(new double[] {1, 2, 3, 4, 5}))).isEqualTo(1);
        assertThat(BlockLength.of(List.of())).isEqualTo(1);
    }

    @Test
    void blocksAreAtMostAThirdOfARun() {
        double[] ramp = IntStream.range(0, 30).mapToDouble(it -> it).toArray();
        assertThat(BlockLength.of(List.of(ramp))).isLessThanOrEqualTo(10);
    }

    private static double length(double memory) {
        var random = new SplittableRandom(3);
        var series = new double[600];
        for (int i = 1; i < series.length; i++) {
            series[i] = memory * series[i - 1] + random.nextGaussian();
        }
        return BlockLength.of(List.of(series));
    }
}
