package io.spate.engine.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.engine.health.machine.LoopClock;
import io.spate.engine.health.machine.LoopClock.Times;
import io.spate.engine.health.machine.Machine;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What becomes of two looks at a machine. */
class MachineSamplerTest {
    private static final long SECOND = 1_000_000_000;
    private static final Machine.Reading NOTHING =
            new Machine.Reading(
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty());

    private final HealthRecorder recorder = new HealthRecorder(new SeriesRegistry(100), Tags.NONE);
    private Machine.Reading reading = NOTHING;
    private Times first = new Times(0, OptionalLong.of(0));
    private Times other = new Times(0, OptionalLong.empty());

    private final class FakeMachine implements Machine {
        @Override
        public Limits limits() {
            return new Limits(1.5, OptionalLong.empty(), OptionalLong.empty());
        }

        @Override
        public Reading read() {
            return reading;
        }
    }

    private MachineSampler sampler() {
        List<LoopClock> loops = List.of(() -> first, () -> other);
        return new MachineSampler(new FakeMachine(), loops, recorder, 0);
    }

    private static double share(Snapshot second, Metric metric) {
        return second.find(metric).orElseThrow() instanceof Aggregate.Level level
                ? level.max() / metric.unit()
                : -1;
    }

    @Test
    void timesBecomeShares() {
        reading = reading(1000, 100, 10, SECOND, 50, 5, 1000, 1);
        var sampler = sampler();
        first = new Times(SECOND * 9 / 10, OptionalLong.of(SECOND / 20));
        other = new Times(SECOND * 3 / 10, OptionalLong.empty());
        reading = reading(1200, 250, 20, SECOND * 5 / 2, 60, 8, 1500, 11);
        sampler.sample(SECOND);

        var second = recorder.drain(0, SECOND);
        assertThat(share(second, BuiltinMetrics.GENERATOR_LOOP_CPU)).isEqualTo(0.9);
        assertThat(share(second, BuiltinMetrics.GENERATOR_LOOP_WAIT)).isEqualTo(0.05);
        assertThat(share(second, BuiltinMetrics.GENERATOR_CPU)).isCloseTo(0.8, within(1e-6));
        assertThat(share(second, BuiltinMetrics.GENERATOR_PROCESS_CPU)).isEqualTo(1);
        assertThat(share(second, BuiltinMetrics.MACHINE_CPU)).isEqualTo(0.75);
        assertThat(share(second, BuiltinMetrics.MACHINE_STEAL)).isEqualTo(0.05);
        assertThat(share(second, BuiltinMetrics.GENERATOR_THROTTLED)).isEqualTo(0.3);
        assertThat(second.find(BuiltinMetrics.TCP_SEGMENTS)).contains(new Aggregate.Count(500));
        assertThat(second.find(BuiltinMetrics.TCP_RETRANSMITS)).contains(new Aggregate.Count(10));
    }

    private static Machine.Reading reading(
            long total,
            long busy,
            long steal,
            long processNanos,
            long periods,
            long throttled,
            long segments,
            long again) {
        return new Machine.Reading(
                Optional.of(new Machine.Cpu(total, busy, steal)),
                OptionalLong.of(processNanos),
                Optional.of(new Machine.Quota(periods, throttled)),
                OptionalLong.of(1),
                OptionalLong.of(2),
                OptionalLong.of(3),
                Optional.of(new Machine.Tcp(segments, again, 0)));
    }

    @Test
    void whatIsNotKnownIsNotRecorded() {
        var sampler = sampler();
        sampler.sample(SECOND);

        var second = recorder.drain(0, SECOND);
        assertThat(second.find(BuiltinMetrics.GENERATOR_CPU)).isPresent();
        assertThat(second.find(BuiltinMetrics.MACHINE_CPU)).isEmpty();
        assertThat(second.find(BuiltinMetrics.GENERATOR_MEMORY)).isEmpty();
        assertThat(second.find(BuiltinMetrics.TCP_SEGMENTS)).isEmpty();
    }

    @Test
    void eachSecondIsMeasuredFromTheLastOne() {
        var sampler = sampler();
        first = new Times(SECOND, OptionalLong.empty());
        sampler.sample(SECOND);
        recorder.drain(0, SECOND);
        sampler.sample(2 * SECOND);

        assertThat(share(recorder.drain(0, SECOND), BuiltinMetrics.GENERATOR_LOOP_CPU)).isZero();
    }
}
