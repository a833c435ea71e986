package io.spate.engine;

import io.spate.engine.pacing.Curve;
import io.spate.metrics.Recorder;
import io.spate.metrics.Ticker;
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
    private final int slot;
    private volatile boolean iterating;
    private volatile boolean stopping;
    private volatile boolean cut;
    private volatile boolean assigned;
    private volatile boolean held;
    private volatile @Nullable Thread thread;
    private volatile @Nullable UserThread below;
    private long key;
    private long dueNanos = NO_MORE;
    private long dueWorkloadNanos;
    private long iterations;

    UserThread(
            ScenarioRun run, UserContext context, Ticker ticker, ScenarioSeries series, int slot) {
        this.run = run;
        this.context = context;
        this.ticker = ticker;
        this.recorder = context.recorder();
        this.series = series;
        this.slot = slot;
    }

    void start() {
        context.loop().startVirtualThread("user-" + context.userId(), this);
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try (var user = run.newUser(context)) {
            if (startUser(user)) {
                iterateToTheEnd(user);
                stopUser(user);
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

    private void iterateToTheEnd(VirtualUser user) {
        // Of a stack that parks, what is not returned from stays on the heap in a piece as large
        // as the whole stack was then: here it is small.
        letLoopTurn();
        try {
            for (long due = run.awaitDue(this); due != NO_MORE; due = run.awaitDue(this)) {
                iterateOnce(user, due);
                iterations++;
                if (!run.rest(this)) {
                    return;
                }
                if ((iterations & YIELD_MASK) == 0) {
                    letLoopTurn();
                }
            }
        } catch (ScenarioExhausted e) {
            run.exhausted(e.source());
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
            user.iterate(key, dueNanos);
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

    /** What the user does last. An error in it is told, but belongs to no iteration. */
    private void stopUser(VirtualUser user) {
        if (cut) {
            return;
        }
        // Told to stop while it waited, the thread may still carry the interrupt.
        Thread.interrupted();
        iterating = true;
        try {
            user.stop();
        } catch (Throwable thrown) {
            if (!cut) {
                recorder.error(ScriptErrors.of(context.scenario().name(), thrown));
            }
        } finally {
            iterating = false;
        }
    }

    /** Pauses for a time. Whether it came to its end. On the user's thread. */
    boolean pause(long nanos) {
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

    /**
     * Waits for an instant; where it is {@link Curve#NEVER}, for {@link #wake}. Comes back earlier
     * where the user is told to stop. On the user's thread.
     */
    void awaitInstant(long nanos) {
        if (nanos != Curve.NEVER) {
            try {
                context.loop().sleepUntil(nanos);
            } catch (InterruptedException _) {
                // Told to stop: whoever waited looks.
            }
            return;
        }
        held = true;
        while (held && !stopping) {
            LockSupport.park(this);
        }
        held = false;
    }

    /** Lets a user go on that waits without an instant. On the loop's thread. */
    void wake() {
        if (held) {
            held = false;
            LockSupport.unpark(thread);
        }
    }

    /** Waits for an open workload to assign an iteration. On the user's thread. */
    long awaitAssignment() {
        while (!assigned && !stopping) {
            LockSupport.park(this);
        }
        assigned = false;
        return stopping ? NO_MORE : dueNanos;
    }

    /** Gives a waiting user its next iteration. On the loop's thread. */
    void assign(long iterationKey, long iterationDueNanos) {
        begins(iterationKey, iterationDueNanos);
        assigned = true;
        LockSupport.unpark(thread);
    }

    /** Whether an iteration waits to be run. */
    boolean hasAssignment() {
        return assigned;
    }

    /** Says which iteration is the next one. */
    void begins(long iterationKey, long iterationDueNanos) {
        key = iterationKey;
        dueNanos = iterationDueNanos;
    }

    /** The key of its latest iteration. */
    long key() {
        return key;
    }

    /** When its latest iteration was due. */
    long dueNanos() {
        return dueNanos;
    }

    /** How many iterations it has made. */
    long iterations() {
        return iterations;
    }

    /** Its place among its worker's users of the scenario. */
    int slot() {
        return slot;
    }

    /** When its next iteration is due in the workload's time, or its latest was. */
    long dueWorkloadNanos() {
        return dueWorkloadNanos;
    }

    void setDueWorkloadNanos(long nanos) {
        dueWorkloadNanos = nanos;
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
