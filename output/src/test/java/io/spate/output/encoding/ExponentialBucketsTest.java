package io.spate.output.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Histogram;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExponentialBucketsTest {
    @Property
    void aValueIsInItsBucket(
            @ForAll @Scale(9) @DoubleRange(min = 1e-9, max = 1e6) double value,
            @ForAll @IntRange(max = 8) int scale) {
        int bucket = ExponentialBuckets.index(value, scale);
        double perDoubling = 1 << scale;
        assertThat(value)
                .isBetween(
                        Math.pow(2, bucket / perDoubling) * (1 - 1e-12),
                        Math.pow(2, (bucket + 1) / perDoubling) * (1 + 1e-12));
    }

    @Property
    void aPowerOfTwoIsTheUpperBoundOfItsBucket(
            @ForAll @IntRange(min = -60, max = 60) int power,
            @ForAll @IntRange(max = 8) int scale) {
        double value = Math.scalb(1.0, power);

        assertThat(ExponentialBuckets.index(value, scale)).isEqualTo((power << scale) - 1);
        assertThat(ExponentialBuckets.index(Math.nextUp(value), scale)).isEqualTo(power << scale);
        assertThat(ExponentialBuckets.index(Math.nextDown(value), scale))
                .isEqualTo((power << scale) - 1);
    }

    @Property
    void noValueIsLostOrCountedTwice(@ForAll @Size(max = 200) Collection<Long> values) {
        var histogram = Histogram.of(values.stream().mapToLong(it -> it / 3).toArray());
        var buckets = ExponentialBuckets.fitted(histogram, 1e6);

        assertThat(buckets.zeros() + sum(buckets.positive()) + sum(buckets.negative()))
                .isEqualTo(values.size());
        assertThat(width(buckets.positive())).isLessThanOrEqualTo(ExponentialBuckets.BUCKETS_MAX);
        assertThat(width(buckets.negative())).isLessThanOrEqualTo(ExponentialBuckets.BUCKETS_MAX);
    }

    private static long sum(Map<Integer, Long> counts) {
        return counts.values().stream().mapToLong(it -> it).sum();
    }

    private static int width(SortedMap<Integer, Long> counts) {
        return counts.isEmpty() ? 0 : counts.lastKey() - counts.firstKey() + 1;
    }

    @Test
    void theScaleIsTheFinestThatFits() {
        assertThat(ExponentialBuckets.fitted(Histogram.of(5, 5, 5), 1).scale()).isEqualTo(8);
        var wide = ExponentialBuckets.fitted(Histogram.of(1_000, 60_000_000_000L), 1e6);
        // 25.8 doublings: 206 buckets at scale 3, 103 at scale 2.
        assertThat(wide.scale()).isEqualTo(2);
        assertThat(wide.positive().values()).containsExactly(1L, 1L);
    }
}
