package io.spate.engine;

import io.spate.metrics.Recorder;
import io.spate.metrics.Ticker;
import io.spate.plan.ThinkTime;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The virtual thread of one virtual user: makes the user, asks its scenario for the next iteration,
 * runs it, records it, pauses, and so on until there is none.
 *
 * <pre>
 *   state      | told to stop          | told to stop at once
 *   -----------|-----------------------|------------------------------------------
 *   waiting    | wakes and ends        | wakes and ends
 *   iterating  | ends after iteration  | interrupted; the iteration counts as such
 * </pre>
 */
final class UserThread implements Runnable {
    /** What {@link ScenarioRun#awaitDue} gives when the user's work is over. */
    static final long NO_MORE = Long.MIN_VALUE;

    private static final long RETRY_NANOS = 1_000_000_000L;

    /**
     * How many iterations may follow one another before the loop gets its turn, for iterations that
     * never wait.
     */
    private static final int YIELD_MASK = 31;

    private final ScenarioRun run;
    private final UserContext context;
    private final Ticker ticker;
    private final Recorder recorder;
    private final ScenarioSeries series;
    private final SplittableRandom random;
    private int count;
    private volatile boolean iterating;
    private volatile boolean stopping;
    private volatile boolean cut;
    private volatile long assignedDueNanos = NO_MORE;
    private volatile @Nullable Thread thread;
    private volatile @Nullable UserThread below;

    UserThread(ScenarioRun run, UserContext context, Ticker ticker, ScenarioSeries series) {
        this.run = run;
        this.context = context;
        this.ticker = ticker;
        this.recorder = context.recorder();
        this.series = series;
        this.random = new SplittableRandom(context.userId());
    }

    void start() {
        context.loop().startVirtualThread("user-" + context.userId(), this);
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try (var user = run.newUser(context)) {
            if (startUser(user)) {
                iterate(user);
            }
        } catch (ScenarioExhausted e) {
            run.exhausted(e.source());
        } catch (ScriptBrokenException e) {
            run.scriptBroken(e.getCause() == null ? e : e.getCause());
        } catch (Exception e) {
            recorder.error(ScriptErrors.of(context.scenario().name(), e));
        } finally {
            run.userEnded(this);
        }
    }

    private void iterate(VirtualUser user) {
        for (long due = run.awaitDue(this); due != NO_MORE; due = run.awaitDue(this)) {
            iterateOnce(user, due);
            if (!think()) {
                return;
            }
            if ((count & YIELD_MASK) == 0) {
                letLoopTurn();
            }
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // the loop is a scheduler of ours, and fair
    private static void letLoopTurn() {
        Thread.yield();
    }

    private boolean startUser(VirtualUser user) {
        while (!stopping) {
            iterating = true;
            try {
                user.start();
                return true;
            } catch (ScenarioExhausted nothingLeft) {
                throw nothingLeft;
            } catch (Throwable thrown) {
                failed(thrown);
            } finally {
                iterating = false;
            }
            if (!pause(RETRY_NANOS)) {
                return false;
            }
        }
        return false;
    }

    private void iterateOnce(VirtualUser user, long dueNanos) {
        iterating = true;
        var startNanos = dueNanos;
        if (run.isOpen()) {
            startNanos = ticker.nanoTime();
            recorder.record(series.iterationLateness(), startNanos - dueNanos);
        }
        try {
            user.iterate(context.userId() << 32 | ++count, dueNanos);
        } catch (ScenarioExhausted nothingLeft) {
            throw nothingLeft;
        } catch (Throwable thrown) {
            failed(thrown);
            if (cut) {
                return;
            }
        } finally {
            iterating = false;
        }
        recorder.record(series.iterations(), 1);
        recorder.record(series.iterationDuration(), ticker.nanoTime() - startNanos);
    }

    private void failed(Throwable thrown) {
        if (cut) {
            recorder.record(series.interrupted(), 1);
            return;
        }
        recorder.record(series.failed(), 1);
        recorder.error(ScriptErrors.of(context.scenario().name(), thrown));
        if (thrown instanceof VirtualMachineError) {
            run.scriptBroken(thrown);
        }
    }

    private boolean think() {
        var nanos =
                switch (context.scenario().think()) {
                    case ThinkTime.Constant(var always) -> always.toNanos();
                    case ThinkTime.Exponential(var mean) ->
                            Math.round(-Math.log1p(-random.nextDouble()) * mean.toNanos());
                    case ThinkTime.Uniform(var min, var max) ->
                            random.nextLong(min.toNanos(), max.toNanos() + 1);
                };
        return nanos == 0 || pause(nanos);
    }

    private boolean pause(long nanos) {
        if (stopping) {
            return false;
        }
        try {
            context.loop().sleepUntil(ticker.nanoTime() + nanos);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Waits for an open workload to assign an iteration. On the user's thread. */
    long awaitAssignment() {
        while (assignedDueNanos == NO_MORE && !stopping) {
            LockSupport.park(this);
        }
        var due = stopping ? NO_MORE : assignedDueNanos;
        assignedDueNanos = NO_MORE;
        return due;
    }

    /** Gives a waiting user its next iteration. On the loop's thread. */
    void assign(long dueNanos) {
        assignedDueNanos = dueNanos;
        LockSupport.unpark(thread);
    }

    /** Whether an iteration waits to be run. */
    boolean hasAssignment() {
        return assignedDueNanos != NO_MORE;
    }

    /** Lets a running iteration end, and none follow. On the loop's thread. */
    void stop() {
        stopping = true;
        if (!iterating) {
            interrupt();
        }
    }

    /** Ends it at once. On the loop's thread. */
    void cut() {
        cut = true;
        stopping = true;
        interrupt();
    }

    /** A user whose thread has not begun sees that it is to stop when it does. */
    private void interrupt() {
        var started = thread;
        if (started != null) {
            started.interrupt();
        }
    }

    /** The idle user below this one; see {@link OpenScenarioRun}. */
    @Nullable UserThread below() {
        return below;
    }

    void setBelow(@Nullable UserThread user) {
        below = user;
    }

    boolean isStopping() {
        return stopping;
    }
}
