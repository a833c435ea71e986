package io.spate.engine;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.plan.Scenario;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One scenario on one worker: makes its users, and ends them in time. Its methods belong to the
 * loop's thread, except where they say otherwise.
 */
abstract sealed class ScenarioRun permits ClosedScenarioRun, OpenScenarioRun {
    private final Scenario scenario;
    private final Tags tags;
    private final Script script;
    private final Worker worker;
    private final Ticker ticker;
    private final RunEvents events;
    private final ScenarioSeries series;
    private final Set<UserThread> users = new LinkedHashSet<>();
    private volatile int activeUsers;
    private volatile int peakUsers;
    private volatile boolean over;
    private boolean ended;
    private boolean exhausted;

    ScenarioRun(Part part, Worker worker) {
        this.scenario = part.scenario();
        this.tags = part.tags();
        this.script = part.script();
        this.ticker = part.ticker();
        this.events = part.events();
        this.worker = worker;
        this.series = ScenarioSeries.of(worker.recorder(), tags);
    }

    /** What all workers' runs of a scenario have in common. */
    record Part(Scenario scenario, Tags tags, Script script, Ticker ticker, RunEvents events) {}

    /** Starts the workload. */
    abstract void begin(long startNanos);

    /**
     * When the user's next iteration is due, or {@link UserThread#NO_MORE}. On the user's thread.
     */
    abstract long awaitDue(UserThread user);

    /** Whether iterations start when they are due, whatever became of earlier ones. */
    abstract boolean isOpen();

    /** Schedules the start and the end of the workload. */
    final void schedule(long runStartNanos) {
        var startNanos = runStartNanos + scenario.startTime().toNanos();
        var endNanos = startNanos + scenario.executor().duration().toNanos();
        worker.loop()
                .schedule(
                        startNanos,
                        () -> {
                            if (!over) {
                                begin(startNanos);
                            }
                        });
        worker.loop().schedule(endNanos, this::end);
    }

    /** Lets no further iteration start; running ones may end within the graceful stop. */
    final void end() {
        if (over) {
            return;
        }
        over = true;
        users.forEach(UserThread::stop);
        if (users.isEmpty()) {
            ended();
        } else {
            worker.loop()
                    .schedule(ticker.nanoTime() + scenario.gracefulStop().toNanos(), this::cut);
        }
    }

    /** Ends it at once. */
    final void cut() {
        over = true;
        users.forEach(UserThread::cut);
        if (users.isEmpty()) {
            ended();
        }
    }

    final UserThread startUser() {
        var context =
                new UserContext(
                        worker.nextUserId(), scenario, tags, worker.loop(), worker.recorder(), 1);
        var user = new UserThread(this, context, ticker, series);
        users.add(user);
        activeUsers = users.size();
        peakUsers = Math.max(peakUsers, users.size());
        user.start();
        return user;
    }

    final VirtualUser newUser(UserContext context) {
        try {
            return script.newUser(context);
        } catch (RuntimeException | Error e) {
            throw new ScriptBrokenException(e);
        }
    }

    /** Takes leave of a user. Any thread. */
    final void userEnded(UserThread user) {
        worker.loop()
                .execute(
                        () -> {
                            users.remove(user);
                            activeUsers = users.size();
                            userLeft(user);
                            if (users.isEmpty() && (over || isDone())) {
                                over = true;
                                ended();
                            }
                        });
    }

    /** A user has ended. */
    void userLeft(UserThread user) {}

    /** Whether there is nothing more to start although time is left. */
    boolean isDone() {
        return false;
    }

    private void ended() {
        if (!ended) {
            ended = true;
            events.scenarioEnded();
        }
    }

    /** A user found nothing left to work on. On the user's thread. */
    final void exhausted(String source) {
        if (!exhausted) {
            exhausted = true;
            var recorder = worker.recorder();
            var series = recorder.series(BuiltinMetrics.DATA_EXHAUSTED, tags.with("data", source));
            recorder.record(series, 1);
            events.scenarioExhausted(scenario);
        }
    }

    final void scriptBroken(Throwable cause) {
        events.scriptBroken(cause);
    }

    final boolean isOver() {
        return over;
    }

    final Scenario scenario() {
        return scenario;
    }

    final Ticker ticker() {
        return ticker;
    }

    final Worker worker() {
        return worker;
    }

    final ScenarioSeries series() {
        return series;
    }

    /** The users that are running now. Any thread. */
    final int activeUsers() {
        return activeUsers;
    }

    /** The most users that were running at once. Any thread. */
    final int peakUsers() {
        return peakUsers;
    }

    /** The tags of everything it records. Any thread. */
    final Tags tags() {
        return tags;
    }
}
