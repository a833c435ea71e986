package io.spate.wrk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CounterTest {
    private static Counter of(List<Integer> values) {
        var counter = new Counter(10_000_000);
        values.forEach(counter::record);
        return counter;
    }

    @Test
    void whatIsAtTheLimitIsNotCounted() {
        var counter = new Counter(100);
        assertThat(counter.record(99)).isTrue();
        assertThat(counter.record(100)).isFalse();
        assertThat(counter.count()).isEqualTo(1);
    }

    @Test
    void nothingHasNoShareWithinItsDeviation() {
        var values = new Counter(100).values();
        assertThat(values.mean()).isZero();
        assertThat(values.stdev()).isZero();
        assertThat(values.withinStdevPercent()).isNaN();
        assertThat(values.percentile(50)).isZero();
    }

    @Property
    void statisticsAreThoseOfTheNumbers(
            @ForAll @Size(min = 2, max = 200) List<@IntRange(max = 4_000_000) Integer> numbers) {
        var values = of(numbers).values();
        double mean = numbers.stream().mapToInt(it -> it).average().orElseThrow();
        double squares = numbers.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
        assertThat(values.mean()).isCloseTo(mean, within(mean));
        double stdev = Math.sqrt(squares / (numbers.size() - 1));
        assertThat(values.stdev()).isCloseTo(stdev, within(stdev));
        assertThat(values.min()).isEqualTo(numbers.stream().mapToInt(it -> it).min().orElseThrow());
        assertThat(values.max()).isEqualTo(numbers.stream().mapToInt(it -> it).max().orElseThrow());
        var sorted = numbers.stream().sorted().toList();
        assertThat(values.percentile(0)).isEqualTo((long) sorted.getFirst());
        int rank = (int) Math.floor(0.75 * numbers.size() + 1);
        assertThat(values.percentile(75)).isEqualTo((long) sorted.get(rank - 1));
    }

    private static org.assertj.core.data.Offset<Double> within(double size) {
        return org.assertj.core.data.Offset.offset(1e-6 + size * 1e-9);
    }

    @Property
    void addingIsCountingTogether(
            @ForAll List<@IntRange(max = 9_000_000) Integer> some,
            @ForAll List<@IntRange(max = 9_000_000) Integer> others) {
        var added = of(some);
        added.add(of(others));
        var together = of(some);
        others.forEach(together::record);
        assertThat(added.count()).isEqualTo(together.count());
        assertThat(added.values().mean()).isEqualTo(together.values().mean());
        assertThat(added.values().distinct()).isEqualTo(together.values().distinct());
        assertThat(added.values().max()).isEqualTo(together.values().max());
    }

    /** The definition, on an array with a place for each number. */
    @Property(tries = 200)
    void theCorrectionIsThatOfAPlainArray(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 5_000) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 3_000) int interval) {
        var counts = new long[5_001];
        numbers.forEach(it -> counts[it]++);
        int max = numbers.stream().mapToInt(it -> it).max().orElseThrow();
        for (int n = 2 * interval; n <= max; n++) {
            for (int m = n - interval; counts[n] > 0 && m > interval; m -= interval) {
                counts[m] += counts[n];
            }
        }
        var corrected = of(numbers);
        corrected.correct(interval);
        assertThat(corrected.count()).isEqualTo(Arrays.stream(counts).sum());
        var values = corrected.values();
        for (int i = 0; i < values.distinct(); i++) {
            assertThat(values.countAt(i)).isEqualTo(counts[(int) values.value(i)]);
        }
    }
}
