package io.spate.engine;

import io.spate.engine.pacing.Course;
import io.spate.engine.pacing.Courses;
import io.spate.engine.pacing.Curve;
import io.spate.engine.pacing.Segment;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.net.EventLoop;
import io.spate.plan.Scenario;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One scenario on one worker: makes its users, and ends them in time. Follows the courses it is
 * given: whenever something is due, a timer wakes it. Its methods belong to the loop's thread,
 * except where they say otherwise.
 */
abstract sealed class ScenarioRun permits ClosedScenarioRun, OpenScenarioRun {
    private final Part part;
    private final Worker worker;
    private final Segment segment;
    private final ScenarioSeries series;
    private final Set<UserThread> users = new LinkedHashSet<>();
    private final Runnable wake = this::wake;
    private EventLoop.@Nullable Timer timer;
    private @Nullable Courses courses;
    private volatile int activeUsers;
    private volatile int peakUsers;
    private volatile boolean over;
    private boolean ended;
    private boolean exhausted;

    ScenarioRun(Part part, Worker worker, Segment segment) {
        this.part = part;
        this.worker = worker;
        this.segment = segment;
        this.series = ScenarioSeries.of(worker.recorder(), part.tags());
    }

    /**
     * What all workers' runs of a scenario have in common.
     *
     * @param index its place in the plan, from 0
     * @param count how many scenarios the plan has
     * @param seed what all that is random in it follows from
     * @param planSeed what that follows from
     */
    record Part(
            Scenario scenario,
            int index,
            int count,
            long seed,
            long planSeed,
            Tags tags,
            Script script,
            Ticker ticker,
            RunEvents events) {}

    /** Is given the courses to follow, before the first turn. */
    abstract void begin(Courses given);

    /**
     * Does what is due by now; whether that was all, or more is to be done in the loop's next turn.
     */
    abstract boolean turn(long nowNanos);

    /** When the next turn is due, or {@link Curve#NEVER}. */
    abstract long nextTurnNanos(long nowNanos);

    /**
     * When the user's next iteration is due, or {@link UserThread#NO_MORE}. On the user's thread.
     */
    abstract long awaitDue(UserThread user);

    /** The user has made an iteration. Whether it may make another. On the user's thread. */
    abstract boolean rest(UserThread user);

    /** Whether iterations start when they are due, whatever became of earlier ones. */
    abstract boolean isOpen();

    /** Follows a course from the instant it holds from; the first begins the workload. */
    final void follow(Course course) {
        if (over) {
            return;
        }
        if (courses == null) {
            courses = new Courses(course);
            begin(courses);
        } else {
            courses.add(course);
        }
        wake();
    }

    private void wake() {
        var following = courses;
        if (over || following == null) {
            return;
        }
        var nowNanos = ticker().nanoTime();
        var upToDate = turn(nowNanos);
        var endNanos = following.current().endNanos();
        if (!upToDate) {
            arm(nowNanos + 1); // not now, so that the loop serves its sockets first
        } else if (endNanos <= nowNanos) {
            endAt(endNanos);
        } else {
            arm(Math.min(endNanos, nextTurnNanos(nowNanos)));
        }
    }

    private void arm(long nanos) {
        disarm();
        if (nanos != Curve.NEVER) {
            timer = worker.loop().schedule(nanos, wake);
        }
    }

    private void disarm() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Lets no further iteration start; running ones may end within the graceful stop. */
    final void end() {
        endAt(ticker().nanoTime());
    }

    /** The same as of an instant that may have passed, where code that computes held the loop. */
    final void endAt(long nanos) {
        if (over) {
            return;
        }
        over = true;
        disarm();
        users.forEach(UserThread::stop);
        var cutNanos = nanos + part.scenario.gracefulStop().toNanos();
        if (users.isEmpty()) {
            ended();
        } else if (cutNanos < ticker().nanoTime()) {
            cut();
        } else {
            worker.loop().schedule(cutNanos, this::cut);
        }
    }

    /** Ends it at once. */
    final void cut() {
        over = true;
        disarm();
        users.forEach(UserThread::cut);
        if (users.isEmpty()) {
            ended();
        }
    }

    /** Starts a user in a place of this worker's, from 0. */
    final UserThread startUser(int slot) {
        var id = segment.global(slot) * part.count + part.index + 1;
        var context =
                new UserContext(
                        id,
                        part.scenario,
                        part.tags,
                        worker.loop(),
                        worker.recorder(),
                        part.planSeed);
        var user = new UserThread(this, context, ticker(), series, slot);
        users.add(user);
        activeUsers = users.size();
        peakUsers = Math.max(peakUsers, users.size());
        user.start();
        return user;
    }

    final VirtualUser newUser(UserContext context) {
        try {
            return part.script.newUser(context);
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
                            if (over && users.isEmpty()) {
                                ended();
                            }
                        });
    }

    /** A user has ended. */
    abstract void userLeft(UserThread user);

    private void ended() {
        if (!ended) {
            ended = true;
            part.events.scenarioEnded(part.scenario);
        }
    }

    /** A user found nothing left to work on. On the user's thread. */
    final void exhausted(String source) {
        if (!exhausted) {
            exhausted = true;
            var recorder = worker.recorder();
            var tags = part.tags.with("data", source);
            recorder.record(recorder.series(BuiltinMetrics.DATA_EXHAUSTED, tags), 1);
            part.events.scenarioDone(part.scenario);
        }
    }

    final void scriptBroken(Throwable cause) {
        part.events.scriptBroken(cause);
    }

    final Part part() {
        return part;
    }

    final Segment segment() {
        return segment;
    }

    final boolean hasUsers() {
        return !users.isEmpty();
    }

    final Set<UserThread> users() {
        return users;
    }

    final boolean isOver() {
        return over;
    }

    final Scenario scenario() {
        return part.scenario;
    }

    final Ticker ticker() {
        return part.ticker;
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
        return part.tags;
    }
}
