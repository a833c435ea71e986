package io.spate.metrics;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What recording costs a request: one value, and all values that a request over HTTP leaves. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RecorderBenchmark {
    private static final int VALUES = 1 << 12;

    private static final Metric[] OF_A_REQUEST = {
        BuiltinMetrics.HTTP_REQS,
        BuiltinMetrics.HTTP_REQ_FAILED,
        BuiltinMetrics.HTTP_REQ_DURATION,
        BuiltinMetrics.HTTP_REQ_RESPONSE_TIME,
        BuiltinMetrics.HTTP_REQ_BLOCKED,
        BuiltinMetrics.HTTP_REQ_CONNECTING,
        BuiltinMetrics.HTTP_REQ_TLS_HANDSHAKING,
        BuiltinMetrics.HTTP_REQ_SENDING,
        BuiltinMetrics.HTTP_REQ_WAITING,
        BuiltinMetrics.HTTP_REQ_RECEIVING,
        BuiltinMetrics.DATA_SENT,
        BuiltinMetrics.DATA_RECEIVED
    };

    private final Recorder recorder = new Recorder(new SeriesRegistry(1_000));
    private final long[] latenciesNanos = new long[VALUES];
    private final int[] series = new int[OF_A_REQUEST.length];
    private int duration;
    private int next;

    /** Latencies as servers have them: most near 1 ms, some far above. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < VALUES; i++) {
            latenciesNanos[i] = (long) (200_000 * Math.exp(1.5 * random.nextDouble() * 3));
        }
        Tags tags = Tags.of("name", "/users/{id}");
        for (int i = 0; i < series.length; i++) {
            series[i] = recorder.series(OF_A_REQUEST[i], tags);
        }
        duration = recorder.series(BuiltinMetrics.HTTP_REQ_DURATION, tags);
    }

    /** One latency. */
    @Benchmark
    public void oneLatency() {
        recorder.record(duration, nextLatency());
    }

    /** All values of a request. */
    @Benchmark
    public void wholeRequest() {
        long value = nextLatency();
        for (int each : series) {
            recorder.record(each, value);
        }
    }

    private long nextLatency() {
        next = (next + 1) & (VALUES - 1);
        return latenciesNanos[next];
    }
}
