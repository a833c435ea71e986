package io.spate.engine;

import io.spate.engine.health.GeneratorWatch;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.result.Timeline;
import io.spate.metrics.threshold.Verdict;
import io.spate.net.EventLoop;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One run of a plan, once. {@link #execute} blocks its caller until the run has ended; {@link
 * #stop} and {@link #stopAtOnce} may be called by any thread.
 */
public final class Run {
    private static final long SECOND = 1_000_000_000L;

    /** How long after the last graceful stop a worker may take before the run ends without it. */
    private static final long SLACK_NANOS = 2 * SECOND;

    private final TestPlan plan;
    private final Script script;
    private final RunOptions options;
    private final List<Output> outputs;
    private final List<ScenarioRun> runs = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.COMPLETED);
    private final AtomicReference<Optional<Throwable>> broken =
            new AtomicReference<>(Optional.empty());
    private final CountDownLatch remaining;
    private final Timeline timeline = new Timeline();
    private final SeriesRegistry registry;
    private volatile boolean started;
    private volatile boolean stopRequested;
    private volatile boolean atOnce;
    private volatile long stoppedNanos = Long.MAX_VALUE;
    private Snapshot total = Snapshot.empty(0, 0);

    /** A run of a plan with the script that its scenarios name, told to the given outputs. */
    public Run(TestPlan plan, Script script, RunOptions options, List<Output> outputs) {
        this.plan = plan;
        this.script = script;
        this.options = options;
        this.outputs = List.copyOf(outputs);
        this.registry = new SeriesRegistry(options.seriesLimit());
        this.remaining =
                new CountDownLatch(plan.scenarios().stream().mapToInt(this::workersOf).sum());
    }

    /**
     * Runs the plan and returns what it came to.
     *
     * @throws InterruptedException when the calling thread is interrupted; the run is then ended
     */
    public RunResult execute() throws InterruptedException {
        for (int i = 0; i < options.workers(); i++) {
            workers.add(
                    new Worker(
                            new Segment(i, options.workers()),
                            EventLoop.start("worker-" + i, options.net()),
                            registry));
        }
        var loops = workers.stream().map(Worker::watched).toList();
        try (var watch = GeneratorWatch.start(plan, registry, loops, options.ticker())) {
            return executeOnWorkers(watch);
        } finally {
            workers.forEach(worker -> worker.loop().close());
        }
    }

    private RunResult executeOnWorkers(GeneratorWatch watch) throws InterruptedException {
        var startedAt = options.ticker().instant();
        var startNanos = options.ticker().nanoTime();
        // All are made before the first starts: from then on recorders belong to their loops.
        plan.scenarios().forEach(this::make);
        runs.forEach(run -> onLoop(run, () -> run.schedule(startNanos)));
        started = true;
        if (stopRequested) {
            runs.forEach(run -> onLoop(run, run::end));
        }
        collectUntilEnd(startNanos, watch);
        var elapsed = options.ticker().nanoTime() - startNanos;
        var measured =
                new RunResult(
                        startedAt,
                        Duration.ofNanos(elapsed),
                        ending.get(),
                        total,
                        timeline.snapshots(),
                        Verdict.of(plan.thresholds(), total));
        var result = measured.with(watch.health(measured));
        outputs.forEach(output -> output.finish(result));
        return result;
    }

    private void make(Scenario scenario) {
        var part =
                new ScenarioRun.Part(
                        scenario,
                        plan.tags().with(scenario.tags()).with("scenario", scenario.name()),
                        script,
                        options.ticker(),
                        new Events());
        var count = workersOf(scenario);
        for (int i = 0; i < count; i++) {
            runs.add(ScenarioRuns.of(part, workers.get(i), new Segment(i, count)));
        }
    }

    /** No more workers than users: a share of nothing would have nobody to run its iterations. */
    private int workersOf(Scenario scenario) {
        return Math.clamp(scenario.executor().maxVus(), 1, options.workers());
    }

    private void collectUntilEnd(long startNanos, GeneratorWatch watch)
            throws InterruptedException {
        var collector = new Collector(plan.tags(), registry, workers, runs);
        long last = 0;
        for (long tick = SECOND; ; tick += SECOND) {
            var done = await(startNanos + tick);
            var now = options.ticker().nanoTime() - startNanos;
            if (done || now > lastInstant(startNanos)) {
                publish(watch.second(collector.collectLast(last, now)));
                return;
            }
            publish(watch.second(collector.collect(last, now)));
            last = now;
        }
    }

    private boolean await(long untilNanos) throws InterruptedException {
        return remaining.await(untilNanos - options.ticker().nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** When the run ends even if a worker does not, since the run's start. */
    private long lastInstant(long startNanos) {
        long planned = 0;
        long grace = 0;
        for (var scenario : plan.scenarios()) {
            var graceful = scenario.gracefulStop();
            var end = scenario.startTime().plus(scenario.executor().duration()).plus(graceful);
            planned = Math.max(planned, end.toNanos());
            grace = Math.max(grace, graceful.toNanos());
        }
        if (stoppedNanos != Long.MAX_VALUE) {
            var stopped = stoppedNanos - startNanos;
            planned = Math.min(planned, atOnce ? stopped : stopped + grace);
        }
        return planned + SLACK_NANOS;
    }

    private void publish(Snapshot second) {
        total = total.merge(second);
        timeline.add(second);
        outputs.forEach(output -> output.accept(second));
        var abort =
                plan.thresholds().stream()
                        .filter(it -> it.abortOnFail())
                        .filter(it -> total.endNanos() >= it.delayAbortEval().toNanos())
                        .anyMatch(it -> !it.judge(total).passed());
        if (abort) {
            end(Ending.THRESHOLD_ABORT);
        }
    }

    /** Lets no further iteration start; running ones may end within the graceful stop. */
    public void stop() {
        end(Ending.INTERRUPTED);
    }

    private void end(Ending why) {
        ending.compareAndSet(Ending.COMPLETED, why);
        stopRequested = true;
        stoppedNanos = Math.min(stoppedNanos, options.ticker().nanoTime());
        if (started) {
            runs.forEach(run -> onLoop(run, run::end));
        }
    }

    /** Ends the run at once; what has been measured is still reported. */
    public void stopAtOnce() {
        atOnce = true;
        end(Ending.INTERRUPTED);
        if (started) {
            runs.forEach(run -> onLoop(run, run::cut));
        }
    }

    /** What made the script unable to go on; empty where it was. */
    public Optional<Throwable> scriptFailure() {
        return broken.get();
    }

    private static void onLoop(ScenarioRun run, Runnable task) {
        run.worker().loop().execute(task);
    }

    private final class Events implements RunEvents {
        @Override
        public void scenarioEnded() {
            remaining.countDown();
        }

        @Override
        public void scenarioExhausted(Scenario scenario) {
            runs.stream()
                    .filter(run -> run.scenario().equals(scenario))
                    .forEach(run -> onLoop(run, run::end));
        }

        @Override
        public void scriptBroken(Throwable cause) {
            broken.compareAndSet(Optional.empty(), Optional.of(cause));
            end(Ending.SCRIPT_ERROR);
        }
    }
}
