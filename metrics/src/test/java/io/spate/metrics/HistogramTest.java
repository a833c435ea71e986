package io.spate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** HdrHistogram is the oracle: same buckets, same percentiles. */
class HistogramTest {
    private static final double[] PERCENTILES = {
        0, 0.001, 1, 5, 10, 25, 33.3333, 50, 66.6, 75, 90, 95, 99, 99.9, 99.99, 99.999, 100
    };

    @Provide
    Arbitrary<List<Long>> values() {
        var small = Arbitraries.longs().between(0, 3000);
        var times = Arbitraries.longs().between(0, 10_000_000_000_000L);
        var around =
                Arbitraries.integers()
                        .between(0, 43)
                        .flatMap(
                                bits ->
                                        Arbitraries.longs()
                                                .between(-2, 2)
                                                .map(it -> (1L << bits) + it))
                        .map(it -> Math.max(it, 0));
        return Arbitraries.oneOf(small, times, around).list().ofMaxSize(400);
    }

    @Property
    void hasThePercentilesOfHdrHistogram(@ForAll("values") List<Long> values) {
        Histogram ours = Histogram.of(longs(values));
        assertSame(ours, oracle(values));
    }

    @Property
    void mergesAsHdrHistogram(
            @ForAll("values") List<Long> one, @ForAll("values") List<Long> other) {
        org.HdrHistogram.Histogram both = oracle(one);
        both.add(oracle(other));
        Histogram merged = Histogram.of(longs(one)).merge(Histogram.of(longs(other)));
        assertSame(merged, both);

        List<Long> all = new ArrayList<>(one);
        all.addAll(other);
        assertThat(merged).isEqualTo(Histogram.of(longs(all)));
    }

    @Property
    void mergesInAnyOrder(
            @ForAll("values") List<Long> a,
            @ForAll("values") List<Long> b,
            @ForAll("values") List<Long> c) {
        Histogram one = Histogram.of(longs(a));
        Histogram two = Histogram.of(longs(b));
        Histogram three = Histogram.of(longs(c));
        assertThat(one.merge(two)).isEqualTo(two.merge(one)).hasSameHashCodeAs(two.merge(one));
        assertThat(one.merge(two).merge(three)).isEqualTo(one.merge(two.merge(three)));
    }

    @Property
    void mergesManyAtOnceAsOneByOne(@ForAll("values") List<Long> values) {
        List<Histogram> all = new ArrayList<>(List.of(Histogram.EMPTY));
        values.forEach(it -> all.add(Histogram.of(it)));
        assertThat(Histogram.merge(all)).isEqualTo(Histogram.of(longs(values)));
    }

    @Property
    void holdsEveryValueInABucketAroundIt(@ForAll @LongRange(min = 0) long value) {
        int index = Buckets.index(value);
        assertThat(value).isBetween(Buckets.lowest(index), Buckets.highest(index));
        assertThat(index).isBetween(0, Buckets.COUNT - 1);
        assertThat((double) Buckets.highest(index) - Buckets.lowest(index))
                .isLessThanOrEqualTo(value / 1000.0);
    }

    @Property
    void coarseKeepsTwoDigitsAndTheExactFigures(@ForAll("values") List<Long> values) {
        Histogram fine = Histogram.of(longs(values));
        Histogram coarse = fine.coarse();
        assertThat(coarse.count()).isEqualTo(fine.count());
        assertThat(coarse.sum()).isEqualTo(fine.sum());
        assertThat(coarse.min()).isEqualTo(fine.min());
        assertThat(coarse.max()).isEqualTo(fine.max());
        for (double p : PERCENTILES) {
            long exact = fine.percentile(p);
            assertThat(coarse.percentile(p)).isBetween(exact, exact + exact / 128);
        }
        assertThat(coarse.coarse()).isEqualTo(coarse);
        assertThat(coarse.merge(coarse)).isEqualTo(fine.merge(fine).coarse());
    }

    @Property(tries = 300)
    void correctsAsHdrHistogram(
            @ForAll("values") List<Long> values,
            @ForAll @LongRange(min = 1_000_000, max = 20_000_000_000_000L) long interval) {
        // The oracle adds value by value; what is too much for it is too much for a test.
        List<Long> some =
                values.stream().map(it -> Math.min(it, 2000 * interval)).limit(40).toList();
        Histogram recorded = Histogram.of(longs(some));
        Histogram ours = recorded.corrected(interval);
        var theirs = oracle(some).copyCorrectedForCoordinatedOmission(interval);
        assertThat(ours.count()).isEqualTo(theirs.getTotalCount());
        ours.forEach(
                (lowest, highest, count) ->
                        assertThat(theirs.getCountAtValue(lowest))
                                .as("%d..%d", lowest, highest)
                                .isEqualTo(count));
        assertThat(ours.max()).isEqualTo(recorded.max());
        assertThat(ours.min()).isBetween(Math.min(recorded.min(), interval), recorded.min());
        // The whole sequence is summed from the top of its value's bucket.
        if (ours.count() > 0) {
            assertThat(ours.mean()).isCloseTo(theirs.getMean(), within(1 + ours.mean() / 500));
        }
    }

    @Property
    void correctsOnlyUpwards(
            @ForAll("values") List<Long> values,
            @ForAll @LongRange(min = 0, max = 1L << 45) long interval) {
        Histogram recorded = Histogram.of(longs(values));
        Histogram corrected = recorded.corrected(interval);
        assertThat(corrected.count()).isGreaterThanOrEqualTo(recorded.count());
        assertThat(corrected.countAtOrBelow(interval / 2))
                .isEqualTo(recorded.countAtOrBelow(interval / 2));
        if (interval == 0 || recorded.max() <= interval) {
            assertThat(corrected).isEqualTo(recorded);
        }
    }

    @Property
    void holdsValuesBelowZeroAsWell(
            @ForAll("values") List<Long> above,
            @ForAll("values") List<Long> below,
            @ForAll("values") List<Long> others) {
        List<Long> all = new ArrayList<>(above);
        below.forEach(it -> all.add(-it));
        Histogram histogram = Histogram.of(longs(all));
        assertThat(histogram.count()).isEqualTo(all.size());
        assertThat(histogram.sum()).isEqualTo(all.stream().mapToLong(it -> it).sum());
        List<Long> sorted = all.stream().sorted().toList();
        assertThat(histogram.min()).isEqualTo(all.isEmpty() ? 0 : sorted.getFirst());
        assertThat(histogram.max()).isEqualTo(all.isEmpty() ? 0 : sorted.getLast());
        for (int i = 0; i < sorted.size(); i++) {
            long exact = sorted.get(i);
            double percentile = 100.0 * (i + 1) / sorted.size();
            assertThat((double) histogram.percentile(percentile))
                    .isBetween((double) exact, exact + Math.abs(exact) / 1000.0);
            assertThat(histogram.countAtOrBelow(exact)).isGreaterThanOrEqualTo(i + 1);
        }
        assertThat(histogram.countAtOrBelow(Long.MIN_VALUE)).isZero();
        long[] last = {Long.MIN_VALUE, 0};
        histogram.forEach(
                (lowest, highest, count) -> {
                    assertThat(lowest).isGreaterThan(last[0]).isLessThanOrEqualTo(highest);
                    last[0] = highest;
                    last[1] += count;
                });
        assertThat(last[1]).isEqualTo(all.size());

        Histogram more = Histogram.of(longs(others.stream().map(it -> 5 - it).toList()));
        all.addAll(others.stream().map(it -> 5 - it).toList());
        Histogram both = Histogram.of(longs(all));
        assertThat(histogram.merge(more)).isEqualTo(both).hasSameHashCodeAs(both);
        assertThat(more.merge(histogram)).isEqualTo(both);
        assertThat(Histogram.merge(List.of(more, histogram))).isEqualTo(both);
        var sum = new HistogramSum();
        sum.add(more);
        assertThat(sum.histogram()).isEqualTo(more);
        sum.add(histogram);
        assertThat(sum.histogram()).isEqualTo(both);
        assertThat(both.coarse().sum()).isEqualTo(both.sum());
        assertThat(both.coarse().count()).isEqualTo(both.count());
        assertThat(both.coarse().percentile(0)).isEqualTo(both.min());
    }

    @Example
    void correctsAStallOfASecondAmongMilliseconds() {
        long[] times = new long[1000];
        Arrays.fill(times, 1_000_000);
        times[500] = 1_000_000_000;
        Histogram recorded = Histogram.of(times);
        assertThat(recorded.percentile(99.8)).isLessThan(1_001_000);
        Histogram corrected = recorded.corrected(10_000_000);
        assertThat(corrected.count()).isEqualTo(1099);
        assertThat(corrected.percentile(99)).isBetween(900_000_000L, 900_900_000L);
        assertThat(corrected.max()).isEqualTo(1_000_000_000);
    }

    @Property
    void countsWhatIsAtOrBelowAValue(
            @ForAll("values") List<Long> values,
            @ForAll @LongRange(min = 0, max = 4000) long small) {
        Histogram histogram = Histogram.of(longs(values));
        for (long value : List.of(small, small * 1_000_003, -1L, Long.MAX_VALUE / 2)) {
            long exact = values.stream().filter(it -> it <= value).count();
            long blurred = values.stream().filter(it -> it <= value + value / 1000).count();
            assertThat(histogram.countAtOrBelow(value)).isBetween(exact, blurred);
        }
    }

    @Example
    void isExactWhereHdrHistogramRoundsItsEnds() {
        Histogram histogram = Histogram.of(1_000_001, 5_000_003, -7);
        assertThat(histogram.min()).isEqualTo(-7);
        assertThat(histogram.max()).isEqualTo(5_000_003);
        assertThat(histogram.percentile(100)).isEqualTo(5_000_003);
        assertThat(histogram.percentile(0)).isEqualTo(-7);
        assertThat(histogram.sum()).isEqualTo(5_999_997);
        assertThat(histogram.mean()).isCloseTo(1_999_999, within(0.001));
    }

    @Example
    void takesTheHighestNumbersThereAre() {
        Histogram histogram = Histogram.of(Long.MAX_VALUE, Long.MAX_VALUE, 1);
        assertThat(histogram.max()).isEqualTo(Long.MAX_VALUE);
        assertThat(histogram.percentile(99)).isEqualTo(Long.MAX_VALUE);
        assertThat(histogram.sum()).isEqualTo(Long.MAX_VALUE);
        assertThat(histogram.merge(histogram).sum()).isEqualTo(Long.MAX_VALUE);
    }

    @Example
    void withoutValuesIsZero() {
        assertThat(Histogram.of()).isEqualTo(Histogram.EMPTY);
        assertThat(Histogram.EMPTY.percentile(99)).isZero();
        assertThat(Histogram.EMPTY.mean()).isZero();
        assertThat(Histogram.EMPTY.min()).isZero();
        assertThat(Histogram.EMPTY.max()).isZero();
        assertThat(Histogram.of(3).merge(Histogram.EMPTY)).isEqualTo(Histogram.of(3));
        assertThat(Histogram.EMPTY.merge(Histogram.of(3))).isEqualTo(Histogram.of(3));
    }

    @Example
    void aShareThatIsAWholeNumberOfValuesIsNotRoundedUp() {
        long[] oneToThousand = LongStream.rangeClosed(1, 1000).toArray();
        assertThat(Histogram.of(oneToThousand).percentile(99.9)).isEqualTo(999);
        assertThat(Histogram.of(oneToThousand).percentile(99.91)).isEqualTo(1000);
    }

    @Example
    void visitsItsBucketsInOrder() {
        List<String> seen = new ArrayList<>();
        Histogram.of(3, 3, 4097)
                .forEach((low, high, count) -> seen.add(low + ".." + high + " " + count));
        assertThat(seen).containsExactly("3..3 2", "4096..4099 1");
    }

    private static void assertSame(Histogram ours, org.HdrHistogram.Histogram theirs) {
        assertThat(ours.count()).isEqualTo(theirs.getTotalCount());
        for (double p : PERCENTILES) {
            if (p > 0) {
                assertThat(ours.percentile(p))
                        .as("p%s", p)
                        .isEqualTo(Math.min(theirs.getValueAtPercentile(p), ours.max()));
            }
        }
        assertThat(theirs.valuesAreEquivalent(ours.max(), theirs.getMaxValue())).isTrue();
        assertThat(theirs.valuesAreEquivalent(ours.min(), theirs.getMinValue())).isTrue();
        ours.forEach(
                (lowest, highest, count) -> {
                    assertThat(theirs.getCountAtValue(lowest)).isEqualTo(count);
                    assertThat(theirs.highestEquivalentValue(lowest)).isEqualTo(highest);
                    assertThat(theirs.lowestEquivalentValue(highest)).isEqualTo(lowest);
                });
    }

    private static org.HdrHistogram.Histogram oracle(List<Long> values) {
        var oracle = new org.HdrHistogram.Histogram(20_000_000_000_000L, 3);
        values.forEach(oracle::recordValue);
        return oracle;
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
