package io.spate.web.live;

import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.ResultBuilder;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.plan.WarmUp;
import io.spate.report.json.Results;
import io.spate.web.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One run as the page sees it. The run's thread hands each second over and goes on at once; a
 * thread of its own folds it; any thread may ask.
 */
public final class LiveRun implements Output {
    /** Seconds that wait to be folded; more are lost to the page, and counted. */
    static final int WAITING_MAX = 30;

    private static final long PATIENCE_SECONDS = 10;

    private final RunFacts facts;
    private final EventLog events;
    private final Instant startedAt;
    private final long warmUpNanos;
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>(WAITING_MAX + 1);
    private final Thread folder;
    private final Logs logs = new Logs();
    private final ResultBuilder builder;
    private Figures figures = new Figures();
    private Failures failures = new Failures();
    private final LiveTimeline timeline = new LiveTimeline();
    private Generator generator = Generator.UNKNOWN;
    private Optional<Steering> steering = Optional.empty();
    private Optional<RunResult> result = Optional.empty();
    private Optional<Results> document = Optional.empty();
    private @Nullable Boolean passed;
    private @Nullable String setupError;
    private boolean ended;
    private boolean wasReset;
    private long elapsedNanos;
    private final AtomicLong secondsLost = new AtomicLong();
    private final AtomicBoolean stateDue = new AtomicBoolean();

    /** A run that begins now; tells of what happens by events. */
    public LiveRun(RunFacts facts, EventLog events, Ticker ticker) {
        this.facts = facts;
        this.events = events;
        this.startedAt = ticker.instant();
        var plan = facts.plan();
        this.builder = new ResultBuilder(plan.thresholds(), plan.metrics(), plan.levels());
        this.warmUpNanos =
                switch (plan.warmUp()) {
                    case WarmUp.Fixed(var length) -> length.toNanos();
                    // When it ends is found out by the run; until its end the page has it in all.
                    case WarmUp.Automatic _ -> 0;
                };
        this.folder = Thread.ofPlatform().daemon().name("web-live").start(this::fold);
    }

    /** Says that the run can be steered from now on. */
    public void begun(Steering hands) {
        synchronized (this) {
            steering = Optional.of(hands);
        }
        // What the change does shows in the figures of the next second.
        hands.onChange(() -> stateDue.set(true));
        // Who tells it must not wait for whoever waits for the script.
        hands.onReset(() -> take(new Task.Anew()));
        tellState();
    }

    @Override
    public void accept(Snapshot second) {
        take(new Task.Second(second));
    }

    private void take(Task task) {
        // One place is left for the end.
        if (tasks.size() >= WAITING_MAX || !tasks.offer(task)) {
            secondsLost.incrementAndGet();
        }
    }

    @Override
    public void finish(RunResult whole) {
        if (!tasks.offer(new Task.End(whole))) {
            secondsLost.incrementAndGet();
        }
    }

    /**
     * Says that the run is over, with what it came to; returns once the page shows it.
     *
     * @param hasPassed whether it passed, exit code and all
     */
    public void ended(Results results, boolean hasPassed) throws InterruptedException {
        leave();
        synchronized (this) {
            document = Optional.of(results);
            passed = hasPassed;
            ended = true;
        }
        tellState();
    }

    /** Says that the run is over, since it could not go on. */
    public void failed(String why) throws InterruptedException {
        leave();
        synchronized (this) {
            setupError = why;
            passed = false;
            ended = true;
        }
        tellState();
    }

    private void leave() throws InterruptedException {
        if (tasks.offer(new Task.Leave(), PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            folder.join(Duration.ofSeconds(PATIENCE_SECONDS));
        }
    }

    /** Adds a line to the log that the page shows. */
    public void log(String level, Instant at, String text) {
        events.add("log", Json.text(logs.add(at, level, text)));
    }

    private void fold() {
        try {
            while (true) {
                switch (tasks.take()) {
                    case Task.Second(var snapshot) -> second(snapshot);
                    case Task.Anew() -> beginAnew(Optional.empty());
                    case Task.End(var whole) -> end(whole);
                    case Task.Leave() -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Folds a second. */
    void second(Snapshot snapshot) {
        boolean due;
        SecondView view;
        List<ThresholdView> judged;
        synchronized (this) {
            due = elapsedNanos == 0;
            view = add(snapshot);
            judged = thresholds();
            due |= steering.map(it -> it.hasMoved(figures)).orElse(false);
        }
        if (stateDue.getAndSet(false) || due) {
            tellState();
        }
        events.add("second", Json.text(view));
        if (!judged.isEmpty()) {
            events.add("thresholds", Json.text(new Thresholds(judged)));
        }
        events.add("generator", Json.text(generator()));
    }

    private SecondView add(Snapshot snapshot) {
        elapsedNanos = snapshot.endNanos();
        boolean counts = snapshot.startNanos() >= warmUpNanos;
        if (counts) {
            builder.add(snapshot);
        } else {
            builder.warmUp(snapshot);
        }
        var seen = counts ? figures : new Figures();
        var last = seen.add(snapshot);
        if (counts) {
            failures.add(snapshot);
        }
        timeline.add(seen.forTimeline(snapshot));
        generator = Generator.of(snapshot);
        return SecondView.of(last, timeline.revision(), RunView.totals(figures));
    }

    private synchronized void end(RunResult whole) {
        result = Optional.of(whole);
        generator = generator.with(whole.generator());
        elapsedNanos = whole.elapsed().toNanos();
        if (!wasReset) {
            // Its total is what the summary shows: with what came before and after the seconds.
            figures = Figures.whole(whole.total(), figures);
        }
    }

    void tellState() {
        events.add("state", Json.text(view()));
    }

    /** The run as it is now. */
    public synchronized RunView view() {
        var plan = facts.plan();
        return new RunView(
                facts.id(),
                plan.name(),
                plan.target(),
                facts.environment(),
                startedAt,
                state(),
                elapsedNanos / 1e6,
                facts.length().map(Duration::toMillis).orElse(null),
                ended ? 0 : figures.last().users(),
                steering.map(it -> it.load(figures, ended))
                        .orElse(new RunView.Load("fixed", figures.last().users(), false)),
                result.map(it -> it.ending().name().toLowerCase(Locale.ROOT))
                        .orElse(setupError == null ? null : "script_error"),
                passed,
                RunView.totals(figures),
                setupError,
                secondsLost.get(),
                !ended && steering.map(Steering::canPause).orElse(false));
    }

    private String state() {
        if (ended) {
            return "ended";
        }
        if (steering.map(Steering::isStopping).orElse(false)) {
            return "stopping";
        }
        if (elapsedNanos == 0) {
            return "starting";
        }
        return steering.map(Steering::isPaused).orElse(false) ? "paused" : "running";
    }

    /** Whether the run is over. */
    public synchronized boolean isOver() {
        return ended;
    }

    /** What it is known by. */
    public RunFacts facts() {
        return facts;
    }

    /** The intervals that begin at or after an instant of the run. */
    public synchronized LiveTimeline.View timeline(double fromMs) {
        return timeline.view(fromMs);
    }

    /** The table of endpoints. */
    public synchronized EndpointTable endpoints(EndpointTable.Query query) {
        return EndpointTable.of(figures, query);
    }

    /** The kinds of failed requests. */
    public synchronized List<Failures.Row> failures() {
        return failures.rows(startedAt);
    }

    /** The errors of the script. */
    public synchronized List<Failures.ErrorRow> errors() {
        return failures.errors();
    }

    /** The checks, in the order in which they were first made. */
    public synchronized List<CheckRow> checks() {
        return CheckRow.of(figures.checks());
    }

    /** The thresholds as they stand. */
    public record Thresholds(List<ThresholdView> thresholds) {}

    /** The thresholds as they stand. */
    public synchronized List<ThresholdView> thresholds() {
        var verdict = result.map(RunResult::verdict).orElseGet(builder::verdict);
        return verdict.judgements().stream().map(ThresholdView::of).toList();
    }

    /** How the generator does. */
    public synchronized Generator generator() {
        return generator;
    }

    /** The lines of the log from one on. */
    public Logs.View logs(long from) {
        return logs.after(from);
    }

    /** The result document of all so far; resets change nothing of it. */
    public synchronized Results results() {
        return document.orElseGet(
                () ->
                        facts.document()
                                .apply(
                                        result.orElseGet(
                                                () ->
                                                        builder.build(
                                                                startedAt,
                                                                Duration.ofNanos(elapsedNanos),
                                                                Ending.COMPLETED,
                                                                GeneratorHealth.GOOD))));
    }

    /** Lets the figures that the page shows begin anew. What is stored and reported stays whole. */
    public void reset() {
        beginAnew(steering);
    }

    private void beginAnew(Optional<Steering> elsewhere) {
        synchronized (this) {
            figures = new Figures();
            failures = new Failures();
            timeline.reset();
            wasReset = true;
            elsewhere.ifPresent(Steering::reset);
        }
        tellState();
    }

    /** Sets the number of users; throws {@link NotNowException} where there are none to set. */
    public void setUsers(int users) {
        setUsers(users, OptionalDouble.empty());
    }

    /** The same with how many come in a second, where the script brings its users by itself. */
    public void setUsers(int users, OptionalDouble spawnRate) {
        synchronized (this) {
            hands().setUsers(users, spawnRate, figures);
        }
        stateDue.set(true);
        tellState();
    }

    /** Sets the rate; throws {@link NotNowException} where there is none to set. */
    public void setRate(double perSecond) {
        synchronized (this) {
            hands().setRate(perSecond);
        }
        tellState();
    }

    /** What people can do to a run. */
    public enum Act {
        /** No iteration starts until it is resumed. */
        PAUSE,
        /** Ends a pause. */
        RESUME,
        /** Lets running iterations end. */
        STOP,
        /** Cuts running iterations. */
        STOP_AT_ONCE
    }

    /** Does it; throws {@link NotNowException} where it cannot be done. */
    public void act(Act act) {
        synchronized (this) {
            var hands = hands();
            switch (act) {
                case PAUSE -> hands.pause();
                case RESUME -> hands.resume();
                case STOP -> hands.stop();
                case STOP_AT_ONCE -> hands.stopAtOnce();
            }
        }
        tellState();
    }

    private Steering hands() {
        if (ended) {
            throw new NotNowException("the run has ended");
        }
        return steering.orElseThrow(() -> new NotNowException("the run has not begun yet"));
    }
}
