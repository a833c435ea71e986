package io.spate.engine.health;

import io.spate.engine.health.machine.LoopClock;
import io.spate.engine.health.machine.LoopClock.Times;
import io.spate.engine.health.machine.Machine;
import io.spate.engine.health.machine.Machine.Cpu;
import io.spate.engine.health.machine.Machine.Quota;
import io.spate.engine.health.machine.Machine.Reading;
import io.spate.engine.health.machine.Machine.Tcp;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Records what changed between one look at the machine and the next. Belongs to the thread that
 * collects.
 */
final class MachineSampler {
    private static final double MILLIONTHS = 1e6;

    private final Machine machine;
    private final List<LoopClock> loops;
    private final HealthRecorder recorder;
    private final Map<Metric, Integer> series = new HashMap<>();
    private Look last;

    /** All that is looked at. */
    private record Look(long nanos, Reading machine, List<Times> loops) {}

    MachineSampler(Machine machine, List<LoopClock> loops, HealthRecorder recorder, long nowNanos) {
        this.machine = machine;
        this.loops = List.copyOf(loops);
        this.recorder = recorder;
        this.last = look(nowNanos);
    }

    private Look look(long nowNanos) {
        return new Look(nowNanos, machine.read(), loops.stream().map(LoopClock::read).toList());
    }

    /** Looks, and records the difference to the last time. */
    void sample(long nowNanos) {
        Look before = last;
        Look now = look(nowNanos);
        long elapsedNanos = now.nanos - before.nanos;
        if (elapsedNanos <= 0) {
            return;
        }
        last = now;
        loops(before, now, elapsedNanos);
        process(before.machine, now.machine, elapsedNanos);
        cpu(before.machine.cpu(), now.machine.cpu());
        quota(before.machine.quota(), now.machine.quota());
        tcp(before.machine.tcp(), now.machine.tcp());
    }

    private void loops(Look before, Look now, long elapsedNanos) {
        double sum = 0;
        for (int i = 0; i < loops.size(); i++) {
            Times earlier = before.loops.get(i);
            Times later = now.loops.get(i);
            double cpu = (double) (later.cpuNanos() - earlier.cpuNanos()) / elapsedNanos;
            sum += cpu;
            share(recorder.series(BuiltinMetrics.GENERATOR_LOOP_CPU, i), cpu);
            if (earlier.waitNanos().isPresent() && later.waitNanos().isPresent()) {
                long waited = later.waitNanos().getAsLong() - earlier.waitNanos().getAsLong();
                share(
                        recorder.series(BuiltinMetrics.GENERATOR_LOOP_WAIT, i),
                        (double) waited / elapsedNanos);
            }
        }
        double usable = Math.min(loops.size(), machine.limits().cores());
        share(number(BuiltinMetrics.GENERATOR_CPU), sum / usable);
    }

    private void process(Reading before, Reading now, long elapsedNanos) {
        if (before.processCpuNanos().isPresent() && now.processCpuNanos().isPresent()) {
            long cpu = now.processCpuNanos().getAsLong() - before.processCpuNanos().getAsLong();
            share(
                    number(BuiltinMetrics.GENERATOR_PROCESS_CPU),
                    cpu / (elapsedNanos * machine.limits().cores()));
        }
        level(BuiltinMetrics.GENERATOR_MEMORY, now.residentBytes());
        level(BuiltinMetrics.GENERATOR_OPEN_FILES, now.openFiles());
        level(BuiltinMetrics.GENERATOR_PORTS, now.ports());
    }

    private void cpu(Optional<Cpu> before, Optional<Cpu> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return;
        }
        double total = now.get().total() - before.get().total();
        if (total > 0) {
            share(
                    number(BuiltinMetrics.MACHINE_CPU),
                    (now.get().busy() - before.get().busy()) / total);
            share(
                    number(BuiltinMetrics.MACHINE_STEAL),
                    (now.get().steal() - before.get().steal()) / total);
        }
    }

    private void quota(Optional<Quota> before, Optional<Quota> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return;
        }
        double periods = now.get().periods() - before.get().periods();
        double throttled = now.get().throttled() - before.get().throttled();
        share(number(BuiltinMetrics.GENERATOR_THROTTLED), periods > 0 ? throttled / periods : 0);
    }

    private void tcp(Optional<Tcp> before, Optional<Tcp> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return;
        }
        Tcp from = before.get();
        Tcp to = now.get();
        count(BuiltinMetrics.TCP_SEGMENTS, to.segments() - from.segments());
        count(BuiltinMetrics.TCP_RETRANSMITS, to.retransmits() - from.retransmits());
        count(BuiltinMetrics.TCP_LISTEN_OVERFLOWS, to.listenOverflows() - from.listenOverflows());
    }

    /** Clocks of different grain are compared here, so a share may come out beyond its ends. */
    private void share(int number, double share) {
        recorder.record(number, Math.round(Math.clamp(share, 0, 1) * MILLIONTHS));
    }

    private void level(Metric metric, OptionalLong value) {
        value.ifPresent(it -> recorder.record(number(metric), it));
    }

    private void count(Metric metric, long more) {
        recorder.record(number(metric), Math.max(0, more));
    }

    private int number(Metric metric) {
        return series.computeIfAbsent(metric, recorder::series);
    }
}
