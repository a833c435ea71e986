package io.spate.metrics;

import io.spate.metrics.result.ResultBuilder;
import io.spate.metrics.result.Timeline;
import io.spate.metrics.threshold.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a second of a run costs the thread that collects: 100,000 requests, spread over endpoints,
 * come to the totals, the timeline and the judgement. 10 ms are 1 % of a core.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class ResultBenchmark {
    private static final int REQUESTS = 100_000;

    /** How many different seconds there are. */
    private static final int SECONDS = 8;

    private static final List<Metric> VARIED =
            List.of(
                    BuiltinMetrics.HTTP_REQ_DURATION,
                    BuiltinMetrics.HTTP_REQ_RESPONSE_TIME,
                    BuiltinMetrics.HTTP_REQ_SENDING,
                    BuiltinMetrics.HTTP_REQ_WAITING,
                    BuiltinMetrics.HTTP_REQ_RECEIVING);

    private static final List<Metric> ZERO =
            List.of(
                    BuiltinMetrics.HTTP_REQ_BLOCKED,
                    BuiltinMetrics.HTTP_REQ_CONNECTING,
                    BuiltinMetrics.HTTP_REQ_TLS_HANDSHAKING);

    private static final List<Threshold> THRESHOLDS =
            List.of(
                    Threshold.parse("http_req_duration", "p(95)<500"),
                    Threshold.parse("http_req_duration", "p(99)<800"),
                    Threshold.parse("http_req_failed", "rate<0.01"),
                    Threshold.parse("http_req_duration{name:/endpoint/0}", "p(95)<500"));

    /** How many endpoints the script has, each with a series of its own. */
    @Param({"50", "5000"})
    public int endpoints;

    private final List<Snapshot> seconds = new ArrayList<>();
    private Snapshot total = Snapshot.empty(0, 0);
    private Timeline timeline = new Timeline();
    private ResultBuilder builder = new ResultBuilder(List.of(), List.of(), List.of());
    private int next;

    /** A run that has been going for some seconds. */
    @Setup(Level.Trial)
    public void prepare() {
        var registry = new SeriesRegistry(200_000);
        var random = new SplittableRandom(1);
        seconds.clear();
        for (int i = 0; i < SECONDS; i++) {
            seconds.add(record(registry, random, i));
        }
        total = Snapshot.empty(0, 0);
        timeline = new Timeline();
        builder = new ResultBuilder(THRESHOLDS, List.of(), List.of());
        seconds.forEach(it -> total = total.merge(it));
        seconds.forEach(builder::add);
    }

    /** In place. */
    @Benchmark
    public boolean inPlace() {
        builder.add(nextSecond());
        return builder.verdict().passed();
    }

    /** By merging immutable snapshots and looking through all series for each threshold. */
    @Benchmark
    public boolean byMerging() {
        Snapshot second = nextSecond();
        total = total.merge(second);
        timeline.add(second);
        return THRESHOLDS.stream().allMatch(it -> it.judge(total).passed());
    }

    private Snapshot nextSecond() {
        next = (next + 1) % SECONDS;
        return seconds.get(next);
    }

    private Snapshot record(SeriesRegistry registry, SplittableRandom random, int atSecond) {
        Recorder recorder = new Recorder(registry);
        for (int endpoint = 0; endpoint < endpoints; endpoint++) {
            Tags tags =
                    Tags.of("name", "/endpoint/" + endpoint)
                            .with("url", "http://localhost:8000/endpoint/" + endpoint)
                            .with("scenario", "default")
                            .with("method", "GET")
                            .with("status", "200")
                            .with("proto", "HTTP/1.1")
                            .with("expected_response", "true");
            int[] varied =
                    VARIED.stream().mapToInt(metric -> recorder.series(metric, tags)).toArray();
            int[] zero = ZERO.stream().mapToInt(metric -> recorder.series(metric, tags)).toArray();
            int requests = recorder.series(BuiltinMetrics.HTTP_REQS, tags);
            int failed = recorder.series(BuiltinMetrics.HTTP_REQ_FAILED, tags);
            for (int i = 0; i < REQUESTS / endpoints; i++) {
                for (int series : varied) {
                    recorder.record(series, random.nextLong(500_000, 8_000_000));
                }
                for (int series : zero) {
                    recorder.record(series, 0);
                }
                recorder.record(requests, 1);
                recorder.record(failed, 0);
            }
        }
        long start = atSecond * 1_000_000_000L;
        return recorder.handOver().drain(start, start + 1_000_000_000L);
    }
}
