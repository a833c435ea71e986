package io.spate.metrics;

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

/** What happens once a second and event loop: the recording becomes a snapshot, which is merged. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SnapshotBenchmark {
    private static final int VALUES_PER_SERIES = 10_000;

    /** How many endpoints the script has, each with a series of its own. */
    @Param({"1", "50"})
    public int endpoints;

    private Snapshot second = Snapshot.empty(0, 0);
    private Snapshot total = Snapshot.empty(0, 0);

    /** Two snapshots of the same series with different values. */
    @Setup(Level.Trial)
    public void prepare() {
        SeriesRegistry registry = new SeriesRegistry(1_000);
        total = record(registry, new SplittableRandom(1), 0);
        second = record(registry, new SplittableRandom(2), 1);
    }

    /** The running total and one more second. */
    @Benchmark
    public Snapshot merge() {
        return total.merge(second);
    }

    /** All endpoints as one, for thresholds and the summary. */
    @Benchmark
    public Snapshot total() {
        return total.total();
    }

    private Snapshot record(SeriesRegistry registry, SplittableRandom random, int atSecond) {
        Recorder recorder = new Recorder(registry);
        for (int endpoint = 0; endpoint < endpoints; endpoint++) {
            Tags tags = Tags.of("name", "/endpoint/" + endpoint);
            int series = recorder.series(BuiltinMetrics.HTTP_REQ_DURATION, tags);
            for (int i = 0; i < VALUES_PER_SERIES; i++) {
                recorder.record(series, random.nextLong(100_000, 50_000_000));
            }
        }
        long start = atSecond * 1_000_000_000L;
        return recorder.handOver().drain(start, start + 1_000_000_000L);
    }
}
