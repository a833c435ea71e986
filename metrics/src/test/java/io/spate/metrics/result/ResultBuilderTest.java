package io.spate.metrics.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Kept;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.Example;

class ResultBuilderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Count ONE = new Count(1);
    private static final Series GOOD = requests(Tags.of("name", "/a"));
    private static final Series REFUSED =
            requests(
                    Tags.of("name", "/a")
                            .with("url", "http://localhost/a?1")
                            .with("error", "connection refused")
                            .with("error_kind", "refused"));

    @Example
    void keepsSetupAndWarmUpOutOfTheTotal() {
        var builder = new ResultBuilder(List.of(), List.of(), List.of());
        builder.setup(second(0, Map.of(GOOD, new Count(1))));
        builder.warmUp(second(0, Map.of(GOOD, new Count(10))));
        builder.warmUp(second(1, Map.of(GOOD, new Count(10))));
        builder.add(second(2, Map.of(GOOD, new Count(100))));
        var result = build(builder);

        assertThat(requests(result.total())).isEqualTo(100);
        assertThat(result.total().seconds()).isEqualTo(1);
        assertThat(result.setup().map(ResultBuilderTest::requests)).contains(1L);
        assertThat(result.warmUp().map(ResultBuilderTest::requests)).contains(20L);
        assertThat(result.warmUp().orElseThrow().endNanos()).isEqualTo(2 * SECOND);
        assertThat(result.timeline()).extracting(Snapshot::startNanos).startsWith(0L, SECOND);
        assertThat(result.timeline())
                .extracting(ResultBuilderTest::requests)
                .containsExactly(10L, 10L, 100L);
    }

    @Example
    void withoutSetupAndWarmUpHasNeither() {
        var builder = new ResultBuilder(List.of(), List.of(), List.of());
        builder.add(second(0, Map.of(GOOD, new Count(1))));
        assertThat(build(builder).setup()).isEmpty();
        assertThat(build(builder).warmUp()).isEmpty();
    }

    @Example
    void tellsTheKindsOfFailureApartOnTheTimeline() {
        var builder = new ResultBuilder(List.of(), List.of(), List.of());
        var reset = requests(Tags.of("name", "/b").with("error_kind", "reset"));
        builder.add(second(0, Map.of(GOOD, new Count(90), REFUSED, new Count(7))));
        builder.add(second(1, Map.of(GOOD, new Count(90), reset, new Count(2))));
        var timeline = build(builder).timeline();
        assertThat(timeline.getFirst().aggregates())
                .containsEntry(requests(Tags.NONE), new Count(90))
                .containsEntry(requests(Tags.of("error_kind", "refused")), new Count(7))
                .hasSize(2);
        assertThat(timeline.getLast().aggregates())
                .containsEntry(requests(Tags.of("error_kind", "reset")), new Count(2));
        assertThat(requests(timeline.getFirst())).isEqualTo(97);
    }

    @Example
    void boundsTheKindsOfFailureThatScriptsMakeUp() {
        var fold = new MetricFold();
        for (int i = 0; i < 500; i++) {
            var kind = requests(Tags.of("error_kind", "kind " + i));
            var folded = fold.fold(second(0, Map.of(kind, new Count(1))));
            var name = i < MetricFold.KIND_LIMIT ? "kind " + i : MetricFold.OTHER_KINDS;
            assertThat(folded.aggregates()).containsOnlyKeys(requests(Tags.of("error_kind", name)));
        }
    }

    @Example
    void keepsTheHistoryOfEachKindOfFailure() {
        var builder = new ResultBuilder(List.of(), List.of(), List.of());
        builder.warmUp(
                new Snapshot(0, SECOND, Map.of(REFUSED, new Count(50)), Map.of())
                        .withKept(Kept.ofFailed(Kept.failed(REFUSED, 1))));
        var otherAddress = requests(REFUSED.tags().with("url", "http://localhost/a?2"));
        var status = requests(Tags.of("name", "/b").with("expected_response", "false"));
        builder.add(second(3, Map.of(REFUSED, new Count(4), GOOD, new Count(9))));
        builder.add(second(5, Map.of(otherAddress, new Count(2), status, new Count(1))));
        var failures = build(builder).failures();
        assertThat(failures).hasSize(2);
        assertThat(failures.getFirst())
                .isEqualTo(
                        new FailureHistory(
                                REFUSED.tags().with("url", ""),
                                6,
                                3 * SECOND,
                                5 * SECOND,
                                "GET /a HTTP/1.1\n",
                                List.of(0L, 4L, 2L)));
        assertThat(failures.getLast().count()).isEqualTo(1);
        assertThat(failures.getLast().sample()).isEmpty();
    }

    @Example
    void countsFailuresInTheIntervalsOfTheTimeline() {
        var builder = new ResultBuilder(List.of(), List.of(), List.of());
        int seconds = 5 * Timeline.LIMIT + 7;
        for (int i = 0; i < seconds; i++) {
            builder.add(second(i, i % 3 == 0 ? Map.of(REFUSED, new Count(i)) : Map.of(GOOD, ONE)));
        }
        var result = build(builder);
        var onTimeline =
                result.timeline().stream()
                        .map(it -> it.aggregates().get(requests(Tags.of("error_kind", "refused"))))
                        .map(it -> it instanceof Count(var count) ? count : 0L)
                        .toList();
        assertThat(result.failures().getFirst().overTime()).isEqualTo(onTimeline);
    }

    @Example
    void boundsTheHistories() {
        var table = new FailureTable();
        int all = 3 * FailureTable.LIMIT;
        for (int i = 0; i < all; i++) {
            var tags = Tags.of("name", "/" + i).with("error_kind", i % 2 == 0 ? "reset" : "k" + i);
            table.add(second(i, Map.of(requests(tags), new Count(1))));
        }
        var histories = table.histories();
        assertThat(histories.size())
                .isLessThanOrEqualTo(FailureTable.LIMIT + MetricFold.KIND_LIMIT + 1);
        assertThat(histories.stream().mapToLong(FailureHistory::count).sum()).isEqualTo(all);
        assertThat(histories)
                .filteredOn(it -> it.tags().get("error_kind").equals("reset"))
                .filteredOn(it -> it.tags().get("name").equals("(other)"))
                .extracting(FailureHistory::count)
                .containsExactly(1000L);
    }

    @Example
    void sumsTheWholeSecondsOfEachLevel() {
        var first = level("10 users", 0, 3 * SECOND);
        var next = level("20 users", 3 * SECOND, 5 * SECOND);
        var never = level("30 users", 5 * SECOND, 9 * SECOND);
        var builder = new ResultBuilder(List.of(), List.of(), List.of(first, next, never));
        builder.warmUp(second(0, Map.of(GOOD, new Count(1))));
        builder.add(second(1, Map.of(GOOD, new Count(10))));
        builder.add(late(2, Map.of(GOOD, new Count(20))));
        builder.add(
                new Snapshot(
                        3 * SECOND - SECOND / 2,
                        3 * SECOND + SECOND / 2,
                        Map.of(GOOD, new Count(100)),
                        Map.of()));
        builder.add(late(3, Map.of(GOOD, new Count(1000))));
        var levels = build(builder).levels();
        assertThat(levels).extracting(LevelResult::level).containsExactly(first, next);
        assertThat(levels).extracting(it -> requests(it.total())).containsExactly(30L, 1000L);
    }

    @Example
    void aLevelOfOneScenarioCountsItsSeriesAlone() {
        var browse = Tags.of("scenario", "browse");
        var level =
                new Level(
                        "browse: 5 users",
                        browse,
                        OptionalInt.of(5),
                        OptionalDouble.empty(),
                        0,
                        2 * SECOND);
        var builder = new ResultBuilder(List.of(), List.of(), List.of(level));
        var buy = requests(Tags.of("scenario", "buy"));
        builder.add(second(0, Map.of(requests(browse), new Count(3), buy, new Count(40))));
        builder.add(second(1, Map.of(requests(browse), new Count(4), buy, new Count(40))));

        assertThat(build(builder).levels())
                .extracting(it -> requests(it.total()))
                .containsExactly(7L);
    }

    @Example
    void judgesAndAborts() {
        var level = level("10 users", 0, 2 * SECOND);
        var builder =
                new ResultBuilder(
                        List.of(
                                Threshold.parse("http_reqs", "count>=100"),
                                Threshold.parse("http_reqs", "count<15 at 10 users"),
                                Threshold.parse("http_req_duration", "max<5")
                                        .abortingAfter(Duration.ofSeconds(2))),
                        List.of(),
                        List.of(level));
        var times = new Series(BuiltinMetrics.HTTP_REQ_DURATION, Tags.NONE);
        var slow = new Distribution(Histogram.of(9_000_000));
        builder.add(second(0, Map.of(GOOD, new Count(5), times, slow)));
        assertThat(builder.aborts()).isFalse();
        builder.add(second(1, Map.of(GOOD, new Count(6))));
        assertThat(builder.aborts()).isTrue();
        builder.add(second(2, Map.of(GOOD, new Count(89))));
        assertThat(build(builder).verdict().judgements())
                .extracting(Threshold.Judgement::passed)
                .containsExactly(true, true, false);
        assertThat(builder.verdict().passed()).isFalse();
    }

    private static RunResult build(ResultBuilder builder) {
        return builder.build(
                Instant.EPOCH, Duration.ofSeconds(3), Ending.COMPLETED, GeneratorHealth.GOOD);
    }

    private static Level level(String name, long from, long to) {
        return new Level(name, Tags.NONE, OptionalInt.empty(), OptionalDouble.empty(), from, to);
    }

    private static Series requests(Tags tags) {
        return new Series(BuiltinMetrics.HTTP_REQS, tags);
    }

    private static long requests(Snapshot snapshot) {
        return snapshot.find(BuiltinMetrics.HTTP_REQS).orElseThrow() instanceof Count(var total)
                ? total
                : -1;
    }

    private static Snapshot second(int from, Map<Series, Aggregate> values) {
        return new Snapshot(from * SECOND, (from + 1) * SECOND, values, Map.of());
    }

    /** A second whose end was looked at a little late, as they all are. */
    private static Snapshot late(int from, Map<Series, Aggregate> values) {
        return new Snapshot(
                from * SECOND + 300_000, (from + 1) * SECOND + 800_000, values, Map.of());
    }
}
