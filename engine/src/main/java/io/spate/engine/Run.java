package io.spate.engine;

import io.spate.engine.health.GeneratorWatch;
import io.spate.engine.pacing.Chance;
import io.spate.engine.pacing.Curve;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.net.EventLoop;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plan, once. {@link #execute} blocks its caller until the run has ended; {@link
 * #stop}, {@link #stopAtOnce} and what {@link #control} offers may be called by any thread.
 */
public final class Run {
    private static final long SECOND = 1_000_000_000L;

    /** How long after the last graceful stop a worker may take before the run ends without it. */
    private static final long SLACK_NANOS = 2 * SECOND;

    /** How long after its end what a script does is late. */
    static final long LATE_NANOS = 300_000_000L;

    /** How often a script is told of what is late. */
    static final long LOOK_NANOS = 100_000_000L;

    private final TestPlan plan;
    private final Script script;
    private final RunOptions options;
    private final List<Worker> workers = new ArrayList<>();
    private final List<ScenarioRun> runs = new ArrayList<>();
    private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.COMPLETED);
    private final AtomicReference<Optional<Throwable>> broken =
            new AtomicReference<>(Optional.empty());
    private final SeriesRegistry registry;
    private final Publisher publisher;
    private final Once once;
    private final LoadControl control;
    private final Consumer<String> messages;

    /**
     * What the run's thread is to do for others. Needs no bound: it holds an end for each part of a
     * scenario, and what people ask for.
     */
    private final BlockingQueue<Consumer<Conductor>> requests = new LinkedBlockingQueue<>();

    private volatile boolean started;
    private volatile boolean stopRequested;
    private @Nullable Snapshot before;
    private volatile long stoppedNanos = Curve.NEVER;
    private volatile long cutNanos = Curve.NEVER;

    /** A run of a plan with the script that its scenarios name, told to the given outputs. */
    public Run(TestPlan plan, Script script, RunOptions options, List<Output> outputs) {
        this(plan, script, options, outputs, _ -> {});
    }

    /**
     * The same.
     *
     * @param messages takes what people should know of while it runs, such as that an output has
     *     failed; called by the thread that executes the run
     */
    public Run(
            TestPlan plan,
            Script script,
            RunOptions options,
            List<Output> outputs,
            Consumer<String> messages) {
        this.plan = plan;
        this.script = script;
        this.options = options;
        this.messages = messages;
        this.registry = new SeriesRegistry(options.seriesLimit());
        this.publisher = new Publisher(plan, outputs, messages);
        this.once = new Once(plan, script, options.ticker());
        this.control = new LoadControl(plan, requests::add);
    }

    /**
     * Runs the plan and returns what it came to.
     *
     * @throws InterruptedException when the calling thread is interrupted; the run is then ended
     */
    public RunResult execute() throws InterruptedException {
        for (int i = 0; i < options.workers(); i++) {
            var loop = EventLoop.start("worker-" + i, options.net());
            workers.add(new Worker(loop, registry, options));
        }
        try {
            return executeOnWorkers();
        } finally {
            workers.forEach(worker -> worker.loop().close());
        }
    }

    private RunResult executeOnWorkers() throws InterruptedException {
        var beginning = options.ticker().instant();
        var failure = once.run("setup", workers.getFirst(), () -> stopRequested, script::before);
        if (failure.isPresent() && !stopRequested) {
            scriptBroken(failure.get());
        }
        if (failure.isPresent()) {
            return publisher.finish(beginning, Duration.ZERO, ending.get(), Optional.empty());
        }
        var none = new Conductor(List.of(), options.ticker());
        var measured = newCollector(List.of(), none).collect(0, 0);
        if (script.rules().onceCounts()) {
            before = measured;
        } else {
            publisher.setup(measured);
            keepAnew();
        }
        var loops = workers.stream().map(Worker::watched).toList();
        try (var watch = GeneratorWatch.start(plan, registry, loops, options.ticker())) {
            return executeScenarios(watch);
        }
    }

    private RunResult executeScenarios(GeneratorWatch watch) throws InterruptedException {
        // All are made before the first starts: from then on recorders belong to their loops.
        var loads = new ArrayList<ScenarioLoad>();
        for (int i = 0; i < plan.scenarios().size(); i++) {
            loads.add(makeScenario(i));
        }
        var conductor = new Conductor(loads, options.ticker());
        var startedAt = options.ticker().instant();
        var startNanos = options.ticker().nanoTime();
        started = true;
        if (stopRequested) {
            onAll(ScenarioRun::end);
        }
        protect(() -> conductor.start(startNanos));
        collectUntilEnd(conductor, startNanos, watch);
        var elapsed = Duration.ofNanos(options.ticker().nanoTime() - startNanos);
        if (conductor.isDone()) {
            once.run("teardown", workers.getFirst(), () -> false, script::after)
                    .ifPresent(it -> messages.accept("the script failed after the test: " + it));
            countTeardown(startNanos, elapsed.toNanos());
        } else {
            messages.accept("the script holds its loop; what it does after the test is left out");
        }
        return publisher.finish(startedAt, elapsed, ending.get(), Optional.of(watch));
    }

    private void countTeardown(long startNanos, long lastNanos) throws InterruptedException {
        if (!script.rules().onceCounts()) {
            return;
        }
        var none = new Conductor(List.of(), options.ticker());
        var since = options.ticker().nanoTime() - startNanos;
        var measured = newCollector(List.of(), none).collect(lastNanos, since);
        if (!measured.aggregates().isEmpty()) {
            publisher.second(measured, since);
        }
    }

    /** What was slow before does not count. */
    private void keepAnew() {
        workers.forEach(worker -> worker.post(() -> worker.recorder().keeper().startOver()));
    }

    private ScenarioLoad makeScenario(int index) {
        var scenario = plan.scenarios().get(index);
        var part =
                new ScenarioRun.Part(
                        scenario,
                        index,
                        plan.scenarios().size(),
                        Chance.seed(plan.seed(), scenario.name()),
                        plan.seed(),
                        plan.tags().with(scenario.tags()).with("scenario", scenario.name()),
                        script,
                        options.ticker(),
                        new Events());
        var parts = new ScenarioRuns(part, workers, options.portion()).all();
        runs.addAll(parts);
        return new ScenarioLoad(scenario, parts);
    }

    private Collector newCollector(List<ScenarioRun> of, Conductor conductor) {
        return new Collector(plan.tags(), registry, workers, of, conductor, script.rules().users());
    }

    private void collectUntilEnd(Conductor conductor, long startNanos, GeneratorWatch watch)
            throws InterruptedException {
        var collector = newCollector(runs, conductor);
        long last = 0;
        long tick = SECOND;
        while (true) {
            serve(conductor, nextNanos(conductor, startNanos, last, startNanos + tick));
            var now = options.ticker().nanoTime();
            var isOver = conductor.isDone() || now > lastInstant(conductor);
            var since = now - startNanos;
            var second =
                    isOver ? collector.collectLast(last, since) : collector.collect(last, since);
            if (!conductor.isAsPlanned()) {
                publisher.loadChanged();
            }
            if (publisher.second(withBefore(watch.second(second)), conductor.runAt(now))) {
                watch.startOver();
                keepAnew();
            }
            if (isOver) {
                return;
            }
            if (publisher.aborts()) {
                abort();
            }
            protect(() -> conductor.second(second));
            last = since;
            tick += since >= tick ? SECOND : 0;
        }
    }

    /** The first second brings what was measured before it, where that counts. */
    private Snapshot withBefore(Snapshot second) {
        var earlier = before;
        before = null;
        return earlier == null ? second : second.merge(earlier);
    }

    private void abort() {
        if (script.rules().abortCuts()) {
            cut(Ending.THRESHOLD_ABORT);
        } else {
            end(Ending.THRESHOLD_ABORT);
        }
    }

    /** The end of the second, or of the warm-up where that comes first. */
    private long nextNanos(Conductor conductor, long startNanos, long last, long tickNanos) {
        var warmUpEnd = conductor.realAt(publisher.warmUpNanos());
        return warmUpEnd > startNanos + last ? Math.min(tickNanos, warmUpEnd) : tickNanos;
    }

    /** Does what others ask for until an instant, or until all is done. */
    private void serve(Conductor conductor, long untilNanos) throws InterruptedException {
        while (!conductor.isDone()) {
            var now = options.ticker().nanoTime();
            conductor
                    .overdue(now - LATE_NANOS, stoppedNanos, cutNanos)
                    .forEach(it -> script.overdue(it.name()));
            var request =
                    requests.poll(Math.min(untilNanos - now, LOOK_NANOS), TimeUnit.NANOSECONDS);
            if (request != null) {
                protect(() -> request.accept(conductor));
            } else if (options.ticker().nanoTime() >= untilNanos) {
                return;
            }
        }
    }

    /** A shape is part of the script. */
    private void protect(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            scriptBroken(e);
        }
    }

    /** When the run ends even if a worker does not. */
    private long lastInstant(Conductor conductor) {
        var planned = conductor.endNanos();
        if (stoppedNanos != Curve.NEVER) {
            var grace =
                    plan.scenarios().stream()
                            .mapToLong(it -> it.gracefulStop().toNanos())
                            .max()
                            .orElse(0);
            planned = Math.min(planned, stoppedNanos + grace);
        }
        planned = Math.min(planned, cutNanos);
        return planned == Long.MAX_VALUE ? planned : planned + SLACK_NANOS;
    }

    /** Changes the load while the run goes on. */
    public LoadControl control() {
        return control;
    }

    /** Lets no further iteration start; running ones may end within the graceful stop. */
    public void stop() {
        end(Ending.INTERRUPTED);
    }

    private void end(Ending why) {
        ending.compareAndSet(Ending.COMPLETED, why);
        stopRequested = true;
        var now = options.ticker().nanoTime();
        stoppedNanos = Math.min(stoppedNanos, now);
        if (started) {
            onAll(it -> it.endAt(now));
        } else {
            once.cancel();
        }
    }

    /** Ends the run at once; what has been measured is still reported. */
    public void stopAtOnce() {
        cut(Ending.INTERRUPTED);
        once.cancel();
    }

    private void cut(Ending why) {
        cutNanos = Math.min(cutNanos, options.ticker().nanoTime());
        end(why);
        if (started) {
            onAll(ScenarioRun::cut);
        }
    }

    /** What made the script unable to go on; empty where it was. */
    public Optional<Throwable> scriptFailure() {
        return broken.get();
    }

    private void scriptBroken(Throwable cause) {
        broken.compareAndSet(Optional.empty(), Optional.of(cause));
        end(Ending.SCRIPT_ERROR);
    }

    private void onAll(Consumer<ScenarioRun> task) {
        runs.forEach(run -> run.worker().post(() -> task.accept(run)));
    }

    private final class Events implements RunEvents {
        @Override
        public void scenarioEnded(Scenario scenario) {
            requests.add(it -> it.partEnded(scenario));
        }

        @Override
        public void scenarioDone(Scenario scenario) {
            runs.stream()
                    .filter(run -> run.scenario().equals(scenario))
                    .forEach(run -> run.worker().post(run::end));
        }

        @Override
        public void scriptBroken(Throwable cause) {
            Run.this.scriptBroken(cause);
        }
    }
}
