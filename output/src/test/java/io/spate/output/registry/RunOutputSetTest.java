package io.spate.output.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.Series;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.Delivered;
import io.spate.output.testkit.FakeRun;
import io.spate.output.testkit.NoPemFiles;
import io.spate.output.type.Generator;
import io.spate.output.type.OutputContext;
import io.spate.output.type.WrongOutputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RunOutputSetTest {
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Map<String, OutputStream> files = new HashMap<>();

    private RunOutputSet open(String... outputs) {
        var set =
                new RunOutputSet(
                        Stream.of(outputs).map(it -> OutputRegistry.plan(it, Map.of())).toList());
        set.open(
                new OutputContext(
                        "test",
                        List.of(),
                        List.of(Metric.counter("mine")),
                        List.of("status"),
                        new Generator("1.2.3", "a-host"),
                        Ticker.system(),
                        name -> files.computeIfAbsent(name, _ -> new ByteArrayOutputStream()),
                        new NoPemFiles(),
                        messages::add));
        return set;
    }

    private static Recorder recorder(RunOutputSet set) {
        return new Recorder(new SeriesRegistry(10), set.logs().orElseThrow(), Ticker.system());
    }

    private String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String file) {
        var stream = Objects.requireNonNull(files.get(file));
        return ((ByteArrayOutputStream) stream).toByteArray();
    }

    @Test
    void writesWhatIsRecordedAndTheUsersOfEachSecond() {
        var set = open("csv=out.csv");
        var recorder = recorder(set);
        recorder.record(recorder.series(Metric.counter("mine"), Tags.NONE), 3);
        recorder.record(recorder.series(BuiltinMetrics.ITERATION_LATENESS, Tags.NONE), 3);
        set.accept(
                new Snapshot(
                        0,
                        1,
                        Map.of(
                                new Series(BuiltinMetrics.VUS, Tags.NONE),
                                new Aggregate.Level(4, 1, 4, 4)),
                        Map.of()));
        set.finish(FakeRun.nothing());

        assertThat(text("out.csv"))
                .startsWith("metric_name,timestamp,metric_value,status,extra_tags,metadata\n");
        assertThat(text("out.csv").lines().skip(1))
                .anyMatch(it -> it.matches("mine,\\d+,3.000000,,,"))
                .anyMatch(it -> it.matches("vus,\\d+,4.000000,,,"))
                .hasSize(2);
        assertThat(set.delivered()).containsExactly(new Delivered("csv (out.csv)", 2, 0, 0, ""));
        assertThat(messages).isEmpty();
    }

    @Test
    void compressesAFileThatIsNamedSo() throws IOException {
        var set = open("json=out.json.gz");
        var recorder = recorder(set);
        recorder.record(recorder.series(Metric.counter("mine"), Tags.NONE), 3);
        set.finish(FakeRun.nothing());

        try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes("out.json.gz")))) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"metric\":\"mine\",\"type\":\"Point\"");
        }
    }

    @Test
    void tellsOfAFileThatCannotBeWrittenAndGoesOnWithTheOthers() {
        files.put(
                "broken.csv",
                new OutputStream() {
                    @Override
                    public void write(int it) throws IOException {
                        throw new IOException("No space left on device");
                    }
                });
        var set = open("csv=broken.csv", "csv=good.csv");
        var recorder = recorder(set);
        recorder.record(recorder.series(Metric.counter("mine"), Tags.NONE), 3);
        set.finish(FakeRun.nothing());

        assertThat(text("good.csv")).contains("\nmine,");
        assertThat(messages)
                .containsExactly(
                        "csv (broken.csv) cannot be written any more and is left out: No space left"
                                + " on device",
                        "csv (broken.csv): 1 of 1 points were lost: it cannot be written any more:"
                                + " No space left on device");
        assertThat(set.delivered()).extracting(Delivered::lost).containsExactly(1L, 0L);
    }

    @Test
    void namesWhatThereIsWhereAnOutputIsNotThere() {
        assertThatThrownBy(() -> OutputRegistry.plan("jsom=x", Map.of()))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageContaining(
                        "there is no output 'jsom'; did you mean \"json\"?; there are")
                .hasMessageContaining("csv[=FILE]");
        assertThatThrownBy(() -> OutputRegistry.plan("cloud", Map.of()))
                .hasMessageContaining("there is no cloud; there are json[=FILE]");
    }

    @Test
    void partsAVariableAtCommasButForThoseOfSettings() {
        assertThat(OutputRegistry.split("json=a,csv=fileName=x,timeFormat=unix,cloud"))
                .containsExactly("json=a", "csv=fileName=x,timeFormat=unix", "cloud");
        assertThat(OutputRegistry.split("")).isEmpty();
    }
}
