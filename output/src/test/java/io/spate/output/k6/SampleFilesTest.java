package io.spate.output.k6;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.SampleLogs;
import io.spate.metrics.Series;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Verdict;
import io.spate.output.k6.CsvLines.TimeFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
    private final SampleLogs logs = new SampleLogs(16);
    private final Recorder recorder = new Recorder(new SeriesRegistry(10), logs, Ticker.system());
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private SampleFiles files(OutputStream... streams) {
        var targets =
                List.of(streams).stream()
                        .map(
                                it ->
                                        new SampleFiles.Target(
                                                "out.csv",
                                                new CsvLines(K6Tags.of(List.of()), TimeFormat.UNIX),
                                                it))
                        .toList();
        return new SampleFiles(
                targets, logs, Ticker.system(), List.of(Metric.counter("mine")), messages::add);
    }

    private static RunResult result() {
        return new RunResult(
                Instant.EPOCH,
                Duration.ZERO,
                Ending.COMPLETED,
                Snapshot.empty(0, 0),
                List.of(),
                new Verdict(List.of()));
    }

    @Test
    void writesWhatIsRecordedAndTheUsersOfEachSecond() {
        var stream = new ByteArrayOutputStream();
        var files = files(stream);
        recorder.record(recorder.series(Metric.counter("mine"), Tags.NONE), 3);
        recorder.record(recorder.series(BuiltinMetrics.ITERATION_LATENESS, Tags.NONE), 3);
        files.accept(
                new Snapshot(
                        0,
                        1,
                        Map.of(
                                new Series(BuiltinMetrics.VUS, Tags.NONE),
                                new Aggregate.Level(4, 1, 4, 4)),
                        Map.of()));
        files.finish(result());

        var text = stream.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("metric_name,timestamp,metric_value,extra_tags,metadata\n");
        assertThat(text.lines().skip(1))
                .anyMatch(it -> it.matches("mine,\\d+,3.000000,,"))
                .anyMatch(it -> it.matches("vus,\\d+,4.000000,,"))
                .hasSize(2);
        assertThat(messages).isEmpty();
    }

    @Test
    void tellsOfAFileThatCannotBeWrittenAndGoesOnWithTheOthers() {
        var broken =
                new OutputStream() {
                    @Override
                    public void write(int it) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        var good = new ByteArrayOutputStream();
        var files = files(broken, good);
        recorder.record(recorder.series(Metric.counter("mine"), Tags.NONE), 3);
        files.finish(result());

        assertThat(good.toString(StandardCharsets.UTF_8)).contains("\nmine,");
        assertThat(messages)
                .containsExactly(
                        "out.csv cannot be written any more and is left out: No space left on"
                                + " device");
    }
}
