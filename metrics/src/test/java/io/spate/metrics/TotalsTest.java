package io.spate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Aggregate.Level;
import io.spate.metrics.Aggregate.Ratio;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The immutable merge is the oracle: what grows in place comes to the same. */
class TotalsTest {
    private static final ScriptError ERROR = new ScriptError("s", "broke", "");

    @Provide
    Arbitrary<List<Map<Series, Aggregate>>> seconds() {
        var names = Arbitraries.of("/a", "/b", "/c");
        var numbers = Arbitraries.longs().between(0, 1000);
        Arbitrary<Map.Entry<Series, Aggregate>> counts =
                Combinators.combine(names, numbers)
                        .as((name, n) -> entry(BuiltinMetrics.HTTP_REQS, name, new Count(n)));
        Arbitrary<Map.Entry<Series, Aggregate>> ratios =
                Combinators.combine(names, numbers)
                        .as((name, n) -> entry(BuiltinMetrics.CHECKS, name, new Ratio(n / 2, n)));
        Arbitrary<Map.Entry<Series, Aggregate>> levels =
                Combinators.combine(names, numbers, numbers)
                        .as(
                                (name, n, at) ->
                                        entry(BuiltinMetrics.VUS, name, new Level(n, at, n, n)));
        var values =
                Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 50),
                                Arbitraries.longs().between(0, 10_000_000_000L),
                                Arbitraries.of(Long.MAX_VALUE))
                        .array(long[].class)
                        .ofMinSize(1)
                        .ofMaxSize(60);
        Arbitrary<Map.Entry<Series, Aggregate>> times =
                Combinators.combine(names, values)
                        .as(
                                (name, it) ->
                                        entry(
                                                BuiltinMetrics.HTTP_REQ_DURATION,
                                                name,
                                                new Distribution(Histogram.of(it))));
        return Arbitraries.oneOf(List.of(counts, ratios, levels, times, times, times))
                .list()
                .ofMaxSize(12)
                .map(TotalsTest::map)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void comeToTheMergeOfAllThatWasAdded(@ForAll("seconds") List<Map<Series, Aggregate>> seconds) {
        var totals = new Totals();
        var merged = Snapshot.empty(0, 0);
        for (int i = 0; i < seconds.size(); i++) {
            var second = new Snapshot(i, i + 1, seconds.get(i), Map.of(ERROR, 2L));
            totals.add(second);
            merged = merged.merge(second);
            if (i % 3 == 0) {
                assertThat(totals.snapshot()).isEqualTo(merged);
            }
        }
        assertThat(totals.snapshot()).isEqualTo(merged);
    }

    @Example
    void spanFromTheFirstToTheLast() {
        var totals = new Totals();
        assertThat(totals.isEmpty()).isTrue();
        assertThat(totals.snapshot()).isEqualTo(Snapshot.empty(0, 0));
        totals.add(Snapshot.empty(3_000_000_000L, 4_000_000_000L));
        totals.add(Snapshot.empty(4_000_000_000L, 5_500_000_000L));
        assertThat(totals.isEmpty()).isFalse();
        assertThat(totals.seconds()).isEqualTo(2.5);
        assertThat(totals.snapshot().startNanos()).isEqualTo(3_000_000_000L);
    }

    @Example
    void keepTheFirstSampleOfASeries() {
        var totals = new Totals();
        var failed = new Series(BuiltinMetrics.HTTP_REQS, Tags.of("status", "500"));
        var first = Kept.failed(failed, 1);
        totals.add(Snapshot.empty(0, 1).withKept(Kept.ofFailed(first)));
        totals.add(Snapshot.empty(1, 2).withKept(Kept.ofFailed(Kept.failed(failed, 2))));
        assertThat(totals.snapshot().kept().failed().getFirst()).isEqualTo(first);
    }

    @Example
    void refuseOtherKindsOfTheSameSeries() {
        var accumulator = new Accumulator();
        assertThat(accumulator.aggregate()).isEmpty();
        accumulator.add(new Distribution(Histogram.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> accumulator.add(new Count(1)));
        var counter = new Accumulator();
        counter.add(new Count(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counter.add(new Distribution(Histogram.of(1))));
    }

    private static Map.Entry<Series, Aggregate> entry(Metric metric, String name, Aggregate value) {
        return Map.entry(new Series(metric, Tags.of("name", name)), value);
    }

    private static Map<Series, Aggregate> map(List<Map.Entry<Series, Aggregate>> entries) {
        var map = new HashMap<Series, Aggregate>();
        entries.forEach(it -> map.put(it.getKey(), it.getValue()));
        return map;
    }
}
