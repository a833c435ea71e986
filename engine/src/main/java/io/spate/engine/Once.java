package io.spate.engine;

import io.spate.engine.pacing.Curve;
import io.spate.metrics.Ticker;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a script does once, before and after the scenarios, on a virtual thread of a worker.
 * The run's thread waits; any thread may cancel.
 */
final class Once {
    /** How long it may take. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** How long after its end is asked for nobody waits longer for a task. */
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final TestPlan plan;
    private final Script script;
    private final Ticker ticker;
    private volatile long cancelledNanos = Curve.NEVER;
    private final AtomicReference<@Nullable Runnable> interrupt = new AtomicReference<>();

    Once(TestPlan plan, Script script, Ticker ticker) {
        this.plan = plan;
        this.script = script;
        this.ticker = ticker;
    }

    /** What is done. */
    @FunctionalInterface
    interface Task {
        void run(UserContext context) throws Exception;
    }

    /**
     * Runs it to its end.
     *
     * @param unwanted whether it was cancelled before it began
     * @return what it threw; empty where all went well
     */
    Optional<Throwable> run(String name, Worker worker, BooleanSupplier unwanted, Task task)
            throws InterruptedException {
        var thrown = new AtomicReference<Optional<Throwable>>(Optional.empty());
        var ended = new CountDownLatch(1);
        var context =
                new UserContext(
                        0,
                        asScenario(name),
                        plan.tags(),
                        worker.loop(),
                        worker.recorder(),
                        plan.seed());
        cancelledNanos = Curve.NEVER;
        worker.loop()
                .startVirtualThread(
                        name,
                        () -> {
                            // Before the task can tell anybody that it runs: it may be cancelled.
                            var self = Thread.currentThread();
                            interrupt.set(() -> worker.post(self::interrupt));
                            if (unwanted.getAsBoolean()) {
                                cancel();
                            }
                            try {
                                task.run(context);
                            } catch (Throwable e) {
                                thrown.set(Optional.of(e));
                            } finally {
                                ended.countDown();
                            }
                        });
        try {
            return await(name, ended) ? thrown.get() : Optional.of(late(name));
        } finally {
            interrupt.set(null);
        }
    }

    /** Whether it has ended; it may be cancelled while it is waited for, and is at its limit. */
    private boolean await(String name, CountDownLatch ended) throws InterruptedException {
        long limitNanos = ticker.nanoTime() + LIMIT.toNanos();
        while (!ended.await(Run.LOOK_NANOS, TimeUnit.NANOSECONDS)) {
            long now = ticker.nanoTime();
            if (now > limitNanos && cancelledNanos == Curve.NEVER) {
                cancel();
            }
            if (now - Run.LATE_NANOS > cancelledNanos) {
                script.overdue(name);
            }
            if (now - PATIENCE_NANOS > cancelledNanos) {
                return false;
            }
        }
        return true;
    }

    private static IllegalStateException late(String name) {
        return new IllegalStateException(
                "\"%s\" was told to end and computes on, at the latest after %d minutes"
                        .formatted(name, LIMIT.toMinutes()));
    }

    /** Interrupts it where it runs. */
    void cancel() {
        var task = interrupt.get();
        if (task != null) {
            cancelledNanos = Math.min(cancelledNanos, ticker.nanoTime());
            task.run();
        }
    }

    private static Scenario asScenario(String name) {
        return Scenario.of(name, new Executor.PerVuIterations(1, 1, LIMIT));
    }
}
