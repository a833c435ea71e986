package io.spate.engine;

import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a script does once, before and after the scenarios, on a virtual thread of a worker.
 * The run's thread waits; any thread may cancel.
 */
final class Once {
    /** How long it may take. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final TestPlan plan;
    private final AtomicReference<@Nullable Runnable> interrupt = new AtomicReference<>();

    Once(TestPlan plan) {
        this.plan = plan;
    }

    /** What is done. */
    @FunctionalInterface
    interface Task {
        void run(UserContext context) throws Exception;
    }

    /** Runs it to its end. What it threw; empty where all went well. */
    Optional<Throwable> run(String name, Worker worker, Task task) throws InterruptedException {
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
        var thread =
                worker.loop()
                        .startVirtualThread(
                                name,
                                () -> {
                                    try {
                                        task.run(context);
                                    } catch (Throwable e) {
                                        thrown.set(Optional.of(e));
                                    } finally {
                                        ended.countDown();
                                    }
                                });
        interrupt.set(() -> worker.post(thread::interrupt));
        try {
            if (!ended.await(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
                cancel();
                return Optional.of(
                        new IllegalStateException("\"" + name + "\" has taken over 10 minutes"));
            }
        } finally {
            interrupt.set(null);
        }
        return thrown.get();
    }

    /** Interrupts it where it runs. */
    void cancel() {
        var task = interrupt.get();
        if (task != null) {
            task.run();
        }
    }

    private static Scenario asScenario(String name) {
        return Scenario.of(name, new Executor.PerVuIterations(1, 1, LIMIT));
    }
}
