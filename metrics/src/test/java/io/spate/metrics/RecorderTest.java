package io.spate.metrics;

import static io.spate.metrics.BuiltinMetrics.CHECKS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.VUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Aggregate.Level;
import io.spate.metrics.Aggregate.Ratio;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private final SeriesRegistry registry = new SeriesRegistry(100);
    private final Recorder recorder = new Recorder(registry);

    @Test
    void foldsValuesByTheTypeOfTheMetric() {
        int reqs = recorder.series(HTTP_REQS, Tags.NONE);
        int times = recorder.series(HTTP_REQ_DURATION, Tags.NONE);
        int checks = recorder.series(CHECKS, Tags.NONE);
        int vus = recorder.series(VUS, Tags.NONE);
        recorder.record(reqs, 2);
        recorder.record(reqs, 3);
        recorder.record(times, 1000);
        recorder.record(times, 2000);
        recorder.record(times, -1);
        recorder.record(checks, 1);
        recorder.record(checks, 0);
        recorder.record(checks, -5);
        recorder.record(vus, 7);
        recorder.record(vus, 2);
        recorder.record(vus, 5);

        Snapshot snapshot = recorder.handOver().drain(10, 20);

        assertThat(snapshot.startNanos()).isEqualTo(10);
        assertThat(snapshot.endNanos()).isEqualTo(20);
        assertThat(snapshot.find(HTTP_REQS)).contains(new Count(5));
        assertThat(snapshot.find(HTTP_REQ_DURATION))
                .contains(new Distribution(Histogram.of(0, 1000, 2000)));
        assertThat(snapshot.find(CHECKS)).contains(new Ratio(2, 3));
        assertThat(snapshot.find(VUS)).contains(new Level(5, 20, 2, 7));
    }

    @Test
    void startsEachIntervalEmptyAndLeavesOutWhatHadNoValues() {
        int reqs = recorder.series(HTTP_REQS, Tags.NONE);
        int times = recorder.series(HTTP_REQ_DURATION, Tags.NONE);
        for (int second = 0; second < 5; second++) {
            recorder.record(reqs, second);
            recorder.record(times, 1L << (second * 8));
            Snapshot snapshot = recorder.handOver().drain(second, second + 1);
            assertThat(snapshot.find(HTTP_REQS)).contains(new Count(second));
            assertThat(snapshot.find(HTTP_REQ_DURATION))
                    .contains(new Distribution(Histogram.of(1L << (second * 8))));
        }
        assertThat(recorder.handOver().drain(5, 6)).isEqualTo(Snapshot.empty(5, 6));
    }

    @Test
    void losesNothingWhenTheCollectorIsLate() {
        int reqs = recorder.series(HTTP_REQS, Tags.NONE);
        recorder.record(reqs, 1);
        Recording first = recorder.handOver();
        recorder.record(reqs, 10);
        assertThat(recorder.handOver().drain(1, 2)).isEqualTo(Snapshot.empty(1, 2));
        recorder.record(reqs, 100);
        assertThat(first.drain(0, 1).find(HTTP_REQS)).contains(new Count(1));
        assertThat(recorder.handOver().drain(2, 3).find(HTTP_REQS)).contains(new Count(110));
    }

    @Test
    void refusesToDrainARecordingTwice() {
        Recording recording = recorder.handOver();
        recording.drain(0, 1);
        assertThatIllegalStateException().isThrownBy(() -> recording.drain(1, 2));
    }

    @Test
    void countsEveryValueOnceWhileAnotherThreadDrains() throws Exception {
        int reqs = recorder.series(HTTP_REQS, Tags.NONE);
        int times = recorder.series(HTTP_REQ_DURATION, Tags.NONE);
        BlockingQueue<Recording> queue = new ArrayBlockingQueue<>(1000);
        int rounds = 500;
        var collector =
                CompletableFuture.supplyAsync(
                        () -> {
                            Snapshot total = Snapshot.empty(0, 0);
                            for (int i = 0; i < rounds; i++) {
                                total = total.merge(take(queue).drain(0, 1));
                            }
                            return total;
                        });
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < 100; i++) {
                recorder.record(reqs, 1);
                recorder.record(times, i * 1_000_000L);
            }
            queue.put(recorder.handOver());
        }
        Snapshot total = collector.get().merge(recorder.handOver().drain(0, 1));
        assertThat(total.find(HTTP_REQS)).contains(new Count(rounds * 100L));
        assertThat(total.find(HTTP_REQ_DURATION).map(it -> ((Distribution) it).histogram().count()))
                .contains(rounds * 100L);
    }

    @Test
    void sharesNumbersWithTheOtherRecordersOfARun() {
        int mine = recorder.series(HTTP_REQS, Tags.of("name", "/a"));
        Recorder other = new Recorder(registry);
        assertThat(other.series(HTTP_REQS, Tags.of("name", "/a"))).isEqualTo(mine);
        other.record(mine, 4);
        assertThat(other.handOver().drain(0, 1).find(HTTP_REQS)).contains(new Count(4));
    }

    @Test
    void foldsSeriesOverTheLimitIntoOnePerMetric() {
        var small = new SeriesRegistry(3);
        var bounded = new Recorder(small);
        for (int i = 0; i < 10; i++) {
            Tags tags = Tags.of("name", "/" + i);
            bounded.record(bounded.series(HTTP_REQS, tags), 1);
            bounded.record(bounded.series(HTTP_REQS, tags), 1);
        }
        Snapshot snapshot = bounded.handOver().drain(0, 1);
        assertThat(snapshot.aggregates())
                .hasSize(4)
                .containsEntry(new Series(HTTP_REQS, Tags.of("name", "(other)")), new Count(14));
        assertThat(snapshot.find(HTTP_REQS)).contains(new Count(20));
        assertThat(small.overflowed()).isEqualTo(3);
    }

    @Test
    void holdsMadeUpMetricsToo() {
        var bounded = new Recorder(new SeriesRegistry(5));
        for (int i = 0; i < 1000; i++) {
            bounded.record(bounded.series(Metric.counter("made_up_" + i), Tags.NONE), 1);
        }
        Snapshot snapshot = bounded.handOver().drain(0, 1);
        assertThat(snapshot.aggregates()).hasSize(11);
        assertThat(snapshot.aggregates().values().stream().mapToLong(it -> ((Count) it).total()))
                .satisfies(
                        totals ->
                                assertThat(totals.stream().mapToLong(it -> it).sum())
                                        .isEqualTo(1000));
    }

    @Test
    void refusesAMetricThatHasTheNameOfAnotherKind() {
        recorder.series(HTTP_REQS, Tags.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorder.series(Metric.time("http_reqs"), Tags.NONE))
                .withMessageContaining("'http_reqs' is a counter and cannot be a trend of times");
    }

    @Test
    void countsScriptErrorsByKindUpToALimit() {
        for (int i = 0; i < 150; i++) {
            recorder.error(new ScriptError("browse", "error " + i, ""));
            recorder.error(new ScriptError("browse", "error 0", ""));
        }
        Snapshot first = recorder.handOver().drain(0, 1);
        assertThat(first.errors())
                .hasSize(Recorder.ERROR_LIMIT + 1)
                .containsEntry(new ScriptError("browse", "error 0", ""), 151L)
                .containsEntry(Recorder.OTHER_ERRORS, 50L);

        recorder.error(new ScriptError("browse", "error 149", ""));
        assertThat(first.merge(recorder.handOver().drain(1, 2)).errors())
                .hasSize(Recorder.ERROR_LIMIT + 1)
                .containsEntry(Recorder.OTHER_ERRORS, 51L);
    }

    private static Recording take(BlockingQueue<Recording> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
