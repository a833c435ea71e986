package io.spate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.plan.Executor;
import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that are changed while they run, on real loops. */
@Timeout(60)
class ControlTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aPauseMovesWhatIsDueAndLosesNothing() throws Exception {
        var dues = new ConcurrentSkipListSet<Long>();
        var fifty = new CountDownLatch(50);
        Script script =
                _ ->
                        (_, due) -> {
                            dues.add(due);
                            fifty.countDown();
                        };
        var run = run(new ConstantArrivalRate(200, Duration.ofSeconds(1), 5, 50), script);
        var gap = Duration.ofMillis(700);
        var controller =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    await(fifty);
                                    run.control().pause();
                                    assertThat(run.control().isPaused()).isTrue();
                                    sleep(gap);
                                    run.control().resume();
                                });

        var result = run.execute();
        controller.join();

        assertThat(dues).hasSize(200);
        var sorted = new ArrayList<>(dues);
        long widest = 0;
        for (int i = 1; i < sorted.size(); i++) {
            widest = Math.max(widest, sorted.get(i) - sorted.get(i - 1));
        }
        assertThat(widest).isGreaterThan(gap.toNanos() / 2);
        // All but the pause is at even distances of 5 ms.
        assertThat(sorted.getLast() - sorted.getFirst() - widest + 5_000_000)
                .isBetween(199 * 5_000_000L - 200, 199 * 5_000_000L + 200);
        assertThat(result.elapsed()).isGreaterThan(Duration.ofMillis(1400));
        assertThat(result.total().find(BuiltinMetrics.PAUSED)).isPresent();
    }

    @Test
    void whilePausedNoIterationOfAClosedWorkloadStarts() throws Exception {
        var starts = new ConcurrentSkipListSet<Long>();
        var underWay = new CountDownLatch(100);
        Script script =
                context ->
                        (key, _) -> {
                            starts.add(System.nanoTime());
                            underWay.countDown();
                            nap(context, 2);
                        };
        var run = run(new ConstantVus(3, Duration.ofMillis(800)), script);
        var held = new AtomicInteger();
        var controller =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    await(underWay);
                                    run.control().pause();
                                    sleep(Duration.ofMillis(300));
                                    held.set(starts.size());
                                    sleep(Duration.ofMillis(200));
                                    assertThat(starts).hasSize(held.get());
                                    run.control().resume();
                                });

        run.execute();
        controller.join();

        assertThat(starts.size()).isGreaterThan(held.get());
    }

    @Test
    void usersAreAddedAndTakenAwayBeyondThePlansMost() throws Exception {
        var now = new AtomicInteger();
        var reached = new CountDownLatch(12);
        var ids = ConcurrentHashMap.<Long>newKeySet();
        Script script =
                context -> {
                    ids.add(context.userId());
                    reached.countDown();
                    now.incrementAndGet();
                    return new VirtualUser() {
                        @Override
                        public void iterate(long key, long dueNanos) {
                            nap(context, 5);
                        }

                        @Override
                        public void stop() {
                            now.decrementAndGet();
                        }
                    };
                };
        var run = run(new ConstantVus(2, Duration.ofSeconds(2)), script);
        var left = new AtomicInteger();
        var controller =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    run.control().add(10);
                                    await(reached);
                                    run.control().setUsers("s", 5);
                                    sleep(Duration.ofMillis(400));
                                    left.set(now.get());
                                });

        run.execute();
        controller.join();

        assertThat(ids).hasSize(12).contains(1L, 12L);
        assertThat(left).hasValue(5);
        assertThat(now).hasValue(0);
    }

    @Test
    void aLevelEndsWhereSomebodyChangesTheLoad() throws Exception {
        var first = new CountDownLatch(1);
        Script script =
                context ->
                        (_, _) -> {
                            first.countDown();
                            nap(context, 5);
                        };
        var run = run(new ConstantVus(2, Duration.ofMillis(2300)), script);
        var controller =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    await(first);
                                    run.control().add(1);
                                });

        var result = run.execute();
        controller.join();

        assertThat(result.levels()).isEmpty();
    }

    @Test
    void aRateMayBeChanged() throws Exception {
        var first = new CountDownLatch(1);
        var keys = ConcurrentHashMap.<Long>newKeySet();
        Script script =
                _ ->
                        (key, _) -> {
                            keys.add(key);
                            first.countDown();
                        };
        var run = run(new ConstantArrivalRate(10, Duration.ofSeconds(1), 5, 50), script);
        var controller =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    await(first);
                                    run.control().setRate("s", 400);
                                });

        run.execute();
        controller.join();

        assertThat(keys.size()).isBetween(150, 400);
        assertThat(keys).contains(0L, keys.size() - 1L);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var control = run(new ConstantVus(1, Duration.ofSeconds(1)), _ -> (_, _) -> {}).control();

        assertThatThrownBy(() -> control.add("t", 1))
                .hasMessage("there is no scenario \"t\"; did you mean \"s\"?");
        assertThatThrownBy(() -> control.setRate("s", 5))
                .hasMessage("scenario \"s\" has users, and no rate");
        assertThatThrownBy(() -> control.setUsers("s", -1)).hasMessage("there is no load of -1.0");
    }

    @Test
    void aShapeIsAskedEachSecondAndEndsTheWorkload() throws Exception {
        var asked = new ArrayList<Duration>();
        var seen = new AtomicReference<Snapshot>();
        var most = new AtomicInteger();
        var now = new AtomicInteger();
        Executor shape =
                new Executor.Shape(
                        (elapsed, live) -> {
                            asked.add(elapsed);
                            seen.set(live);
                            return asked.size() > 2
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(asked.size() * 3);
                        },
                        false,
                        Duration.ofMinutes(5),
                        100);
        Script script =
                context ->
                        (_, _) -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            nap(context, 5);
                            now.decrementAndGet();
                        };

        var result = run(shape, script).execute();

        assertThat(asked).hasSize(3);
        assertThat(asked.get(1).toNanos()).isBetween(SECOND, 2 * SECOND);
        assertThat(most).hasValue(6);
        assertThat(seen.get().find(BuiltinMetrics.ITERATIONS)).isPresent();
        assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anOutputThatFailsIsToldOnceAndLeftOut() throws Exception {
        var messages = new ArrayList<String>();
        var calls = new AtomicInteger();
        var failing =
                new Output() {
                    @Override
                    public void accept(Snapshot second) {
                        calls.incrementAndGet();
                        throw new IllegalStateException("disk full");
                    }

                    @Override
                    public void finish(RunResult result) {
                        calls.incrementAndGet();
                    }
                };
        var plan = plan(new ConstantVus(1, Duration.ofMillis(1200)));

        new Run(
                        plan,
                        context -> (_, _) -> nap(context, 5),
                        RunOptions.ofThisMachine().withWorkers(1),
                        List.of(failing),
                        messages::add)
                .execute();

        assertThat(calls).hasValue(1);
        assertThat(messages)
                .singleElement()
                .asString()
                .contains("has failed and is left out from now on", "disk full");
    }

    private static Run run(Executor executor, Script script) {
        return new Run(
                plan(executor), script, RunOptions.ofThisMachine().withWorkers(2), List.of());
    }

    private static TestPlan plan(Executor executor) {
        var scenario =
                new Scenario(
                        "s",
                        executor,
                        ThinkTime.NONE,
                        Duration.ZERO,
                        Duration.ofMillis(500),
                        Tags.NONE);
        return new TestPlan("test", "", List.of(scenario), List.of(), Tags.NONE);
    }

    private static void nap(UserContext context, int millis) {
        try {
            context.loop().sleepUntil(System.nanoTime() + millis * 1_000_000L);
        } catch (InterruptedException e) {
            throw new InterruptedIteration();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
