package io.spate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SampleLogsTest {
    private static final Metric SIZE = Metric.gauge("size");

    private final AtomicLong now = new AtomicLong(100);

    private record Sample(Series series, long atNanos, long value) {}

    private static List<Sample> drained(SampleLogs logs) {
        var all = new ArrayList<Sample>();
        logs.drain((series, at, value) -> all.add(new Sample(series, at, value)));
        return all;
    }

    @Test
    void keepsEachValueOfARecorderWithItsTimeAndSeries() {
        var logs = new SampleLogs(8);
        var recorder = new Recorder(new SeriesRegistry(10), logs, now::get);
        int big = recorder.series(SIZE, Tags.of("of", "big"));
        int small = recorder.series(SIZE, Tags.of("of", "small"));

        recorder.record(big, 7);
        now.set(200);
        recorder.record(small, 1);

        assertThat(drained(logs))
                .containsExactly(
                        new Sample(new Series(SIZE, Tags.of("of", "big")), 100, 7),
                        new Sample(new Series(SIZE, Tags.of("of", "small")), 200, 1));
        assertThat(drained(logs)).isEmpty();
        assertThat(recorder.handOver().drain(0, 1).aggregates()).hasSize(2);
    }

    @Test
    void dropsAndCountsWhatFindsNoRoomAndGoesOnOnceThereIs() {
        var logs = new SampleLogs(4);
        var recorder = new Recorder(new SeriesRegistry(10), logs, now::get);
        int series = recorder.series(SIZE, Tags.NONE);
        for (int i = 0; i < 6; i++) {
            recorder.record(series, i);
        }

        assertThat(drained(logs)).extracting(Sample::value).containsExactly(0L, 1L, 2L, 3L);
        assertThat(logs.dropped()).isEqualTo(2);
        recorder.record(series, 9);
        assertThat(drained(logs)).extracting(Sample::value).containsExactly(9L);
    }

    @Test
    void losesNothingBetweenTwoThreads() throws Exception {
        var logs = new SampleLogs(64);
        var recorder = new Recorder(new SeriesRegistry(10), logs, now::get);
        int series = recorder.series(SIZE, Tags.NONE);
        int count = 100_000;
        var writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < count; i++) {
                                        recorder.record(series, i);
                                    }
                                });
        var seen = new ArrayList<Long>();
        while (writer.isAlive()) {
            logs.drain((_, _, value) -> seen.add(value));
        }
        logs.drain((_, _, value) -> seen.add(value));

        assertThat(seen).isSorted();
        assertThat(seen.size() + logs.dropped()).isEqualTo(count);
    }
}
