package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.GENERATOR_GC_PAUSE;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_LAG;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_STALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.engine.health.machine.GcClock.Pauses;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the probes of loops and of the whole process record, in virtual time. */
class ProbesTest {
    private static final long MILLI = 1_000_000;

    private final ManualTicker ticker = new ManualTicker();
    private final SeriesRegistry registry = new SeriesRegistry(100);

    private static Histogram values(Snapshot snapshot, Metric metric) {
        return snapshot.find(metric).orElse(null) instanceof Aggregate.Distribution(var all)
                ? all
                : Histogram.EMPTY;
    }

    /** A loop's timers: one task at a time, and when it is due. */
    private static final class OneTimer implements LoopProbe.Timers {
        private final List<Long> dues = new ArrayList<>();

        @Override
        public void schedule(long dueNanos, Runnable task) {
            dues.add(dueNanos);
        }
    }

    @Test
    void aProbeRecordsHowLateItsLoopIs() {
        var recorder = new Recorder(registry);
        var timer = new OneTimer();
        var probe =
                new LoopProbe(
                        recorder, recorder.series(GENERATOR_LOOP_LAG, Tags.NONE), ticker, timer);
        probe.start();
        ticker.advanceMillis(50);
        probe.run();
        ticker.advanceMillis(53);
        probe.run();

        var lag = values(recorder.handOver().drain(0, 1), GENERATOR_LOOP_LAG);
        assertThat(lag.count()).isEqualTo(2);
        assertThat(lag.min()).isZero();
        assertThat(lag.max()).isEqualTo(3 * MILLI);
        assertThat(timer.dues).isSorted().hasSize(3);
        assertThat(timer.dues.getLast() - ticker.nanoTime()).isEqualTo(47 * MILLI);
    }

    @Test
    void aLoopThatStoodStillWasLateAllThatTime() {
        var recorder = new Recorder(registry);
        var timer = new OneTimer();
        var probe =
                new LoopProbe(
                        recorder, recorder.series(GENERATOR_LOOP_LAG, Tags.NONE), ticker, timer);
        probe.start();
        ticker.advanceMillis(1000);
        probe.run();

        var lag = values(recorder.handOver().drain(0, 1), GENERATOR_LOOP_LAG);
        assertThat(lag.count()).isEqualTo(20);
        assertThat(lag.percentile(50)).isCloseTo(450 * MILLI, within(5 * MILLI));
        assertThat(lag.max()).isEqualTo(950 * MILLI);
    }

    @Test
    void aProbeStaysBoundedWhereALoopSleptForHours() {
        var recorder = new Recorder(registry);
        var timer = new OneTimer();
        var probe =
                new LoopProbe(
                        recorder, recorder.series(GENERATOR_LOOP_LAG, Tags.NONE), ticker, timer);
        probe.start();
        ticker.advanceMillis(10_000_000);
        probe.run();

        var lag = values(recorder.handOver().drain(0, 1), GENERATOR_LOOP_LAG);
        assertThat(lag.count()).isEqualTo(LoopProbe.MISSED_MAX);
        assertThat(timer.dues.getLast()).isGreaterThan(ticker.nanoTime());
        probe.stop();
        probe.run();
        assertThat(timer.dues).hasSize(2);
    }

    /** A stall probe and the garbage collector it asks. */
    private final class Stalls {
        private final HealthRecorder recorder = new HealthRecorder(registry, Tags.NONE);
        private Pauses pauses = new Pauses(7, 100);
        private final StallProbe probe = new StallProbe(recorder, () -> pauses, ticker);

        void wakeAfter(long millis, Pauses gc) {
            ticker.advanceMillis(millis);
            pauses = gc;
            probe.wake();
        }

        Histogram recorded(Metric metric) {
            return values(recorder.drain(0, 1), metric);
        }
    }

    @Test
    void aStopThatIsNotGarbageCollectionIsAStall() {
        var stalls = new Stalls();
        stalls.wakeAfter(20, new Pauses(7, 100));
        stalls.wakeAfter(1520, new Pauses(7, 100));
        stalls.wakeAfter(22, new Pauses(7, 100));

        var recorded = stalls.recorded(GENERATOR_STALL);
        assertThat(recorded.count()).isEqualTo(1);
        assertThat(recorded.max()).isEqualTo(1500 * MILLI);
    }

    @Test
    void aStopForGarbageCollectionIsItsPauseAlone() {
        var stalls = new Stalls();
        stalls.wakeAfter(75, new Pauses(8, 155));

        var snapshot = stalls.recorder.drain(0, 1);
        assertThat(values(snapshot, GENERATOR_STALL).count()).isZero();
        assertThat(values(snapshot, GENERATOR_GC_PAUSE).max()).isEqualTo(55 * MILLI);
    }

    @Test
    void pausesTooCloseToTellApartShareTheirTime() {
        var stalls = new Stalls();
        stalls.wakeAfter(30, new Pauses(10, 112));

        var pauses = stalls.recorded(GENERATOR_GC_PAUSE);
        assertThat(pauses.count()).isEqualTo(3);
        assertThat(pauses.sum()).isEqualTo(12 * MILLI);
    }
}
