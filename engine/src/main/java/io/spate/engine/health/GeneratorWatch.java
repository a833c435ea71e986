package io.spate.engine.health;

import io.spate.engine.health.machine.GcClock;
import io.spate.engine.health.machine.LoopClock;
import io.spate.engine.health.machine.Machine;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Watches the generator during one run: adds what it sees to each second, and judges at the end.
 * Belongs to the thread that collects.
 */
public final class GeneratorWatch implements AutoCloseable {
    private final Ticker ticker;
    private final HealthRecorder recorder;
    private final List<LoopProbe> probes = new ArrayList<>();
    private final StallProbe stalls;
    private final MachineSampler sampler;
    private final Facts facts;
    private Judge judge = new Judge();

    private GeneratorWatch(
            TestPlan plan, SeriesRegistry registry, List<WatchedLoop> loops, Ticker ticker) {
        this.ticker = ticker;
        this.recorder = new HealthRecorder(registry, plan.tags());
        this.stalls = new StallProbe(recorder, GcClock.ofThisJvm(), ticker);
        var clocks = new ArrayList<CompletableFuture<LoopClock>>();
        for (int i = 0; i < loops.size(); i++) {
            clocks.add(probe(plan, loops.get(i), i));
        }
        var machine = Machine.ofThisProcess();
        this.facts = Facts.of(plan, machine.limits(), loops.size());
        this.sampler =
                new MachineSampler(
                        machine,
                        clocks.stream().map(CompletableFuture::join).toList(),
                        recorder,
                        ticker.nanoTime());
    }

    /** Watches loops that have nothing to do yet, from now on. */
    public static GeneratorWatch start(
            TestPlan plan, SeriesRegistry registry, List<WatchedLoop> loops, Ticker ticker) {
        var watch = new GeneratorWatch(plan, registry, loops, ticker);
        watch.stalls.start();
        return watch;
    }

    private CompletableFuture<LoopClock> probe(TestPlan plan, WatchedLoop watched, int number) {
        int lag =
                watched.recorder()
                        .series(
                                BuiltinMetrics.GENERATOR_LOOP_LAG,
                                plan.tags().with("loop", Integer.toString(number)));
        var probe = new LoopProbe(watched.recorder(), lag, ticker, watched.loop()::schedule);
        probes.add(probe);
        var clock = new CompletableFuture<LoopClock>();
        watched.loop()
                .execute(
                        () -> {
                            clock.complete(LoopClock.ofThisThread());
                            probe.start();
                        });
        return clock;
    }

    /** What was collected, with what the generator saw of itself meanwhile. Judged at the end. */
    public Snapshot second(Snapshot collected) {
        sampler.sample(ticker.nanoTime());
        var second = collected.merge(recorder.drain(collected.startNanos(), collected.endNanos()));
        judge.see(second);
        return second;
    }

    /** Leaves what was seen so far out of the judgement: the warm-up is over. */
    public void startOver() {
        judge = new Judge();
    }

    /** Judges the generator by what it saw and by what the run came to. */
    public GeneratorHealth health(RunResult result) {
        return judge.judge(facts, result);
    }

    @Override
    public void close() {
        probes.forEach(LoopProbe::stop);
        stalls.close();
    }
}
