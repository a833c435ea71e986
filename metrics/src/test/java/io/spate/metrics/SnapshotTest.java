package io.spate.metrics;

import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static io.spate.metrics.BuiltinMetrics.VUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Aggregate.Level;
import io.spate.metrics.Aggregate.Ratio;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SnapshotTest {

    @Property
    void mergesInAnyOrderAndGroup(
            @ForAll("snapshots") Snapshot a,
            @ForAll("snapshots") Snapshot b,
            @ForAll("snapshots") Snapshot c) {
        assertThat(a.merge(b)).isEqualTo(b.merge(a));
        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    }

    @Property
    void theTotalOfAMergeIsTheMergeOfTheTotals(
            @ForAll("snapshots") Snapshot a, @ForAll("snapshots") Snapshot b) {
        assertThat(a.merge(b).total()).isEqualTo(a.total().merge(b.total()));
        assertThat(a.total().find(HTTP_REQ_DURATION)).isEqualTo(a.find(HTTP_REQ_DURATION));
        assertThat(a.total().find(HTTP_REQS)).isEqualTo(a.find(HTTP_REQS));
    }

    @Example
    void findsWhatASelectorPicks() {
        var snapshot =
                new Snapshot(
                        0,
                        1_500_000_000,
                        Map.of(
                                new Series(HTTP_REQS, Tags.of("status", "200")), new Count(5),
                                new Series(HTTP_REQS, Tags.of("status", "500")), new Count(2)),
                        Map.of());
        assertThat(snapshot.find(Selector.parse("http_reqs{status:500}"))).contains(new Count(2));
        assertThat(snapshot.find(HTTP_REQS)).contains(new Count(7));
        assertThat(snapshot.find(VUS)).isEmpty();
        assertThat(snapshot.seconds()).isEqualTo(1.5);
    }

    @Example
    void refusesToMergeDifferentKinds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Count(1).merge(new Ratio(1, 1)))
                .withMessage("cannot merge Count with Ratio");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Aggregate.merge(
                                        List.of(
                                                new Distribution(Histogram.EMPTY),
                                                new Level(1, 1, 1, 1))));
        assertThat(Aggregate.merge(List.of())).isEmpty();
    }

    @Provide
    Arbitrary<Snapshot> snapshots() {
        var numbers = Arbitraries.longs().between(0, 1_000_000);
        var count = numbers.<Aggregate>map(Count::new);
        var ratio = numbers.<Aggregate>map(it -> new Ratio(it / 2, it));
        var level = numbers.<Aggregate>map(it -> new Level(it, it % 5, it - 1, it + 1));
        var trend =
                numbers.list()
                        .ofMaxSize(5)
                        .<Aggregate>map(
                                it ->
                                        new Distribution(
                                                Histogram.of(
                                                        it.stream()
                                                                .mapToLong(Long::longValue)
                                                                .toArray())));
        var kinds =
                Arbitraries.oneOf(
                        count.map(it -> Map.entry(HTTP_REQS, it)),
                        ratio.map(it -> Map.entry(HTTP_REQ_FAILED, it)),
                        level.map(it -> Map.entry(VUS, it)),
                        trend.map(it -> Map.entry(HTTP_REQ_DURATION, it)));
        var entries =
                Combinators.combine(kinds, Arbitraries.integers().between(0, 20))
                        .as(
                                (kind, name) ->
                                        Map.entry(
                                                new Series(
                                                        kind.getKey(), Tags.of("name", "" + name)),
                                                kind.getValue()));
        return Combinators.combine(
                        entries.list().ofMaxSize(40), Arbitraries.longs().between(0, 1000))
                .as(
                        (all, start) ->
                                all.stream()
                                        .map(
                                                it ->
                                                        new Snapshot(
                                                                start,
                                                                start + 1,
                                                                Map.of(it.getKey(), it.getValue()),
                                                                Map.of(error(start), 1L)))
                                        .reduce(Snapshot.empty(start, start), Snapshot::merge));
    }

    private static ScriptError error(long number) {
        return new ScriptError("browse", "error " + number % 3, "");
    }
}
