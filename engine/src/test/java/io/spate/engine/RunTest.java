package io.spate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Executor;
import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Executor.RampingVus;
import io.spate.plan.Executor.SharedIterations;
import io.spate.plan.Scenario;
import io.spate.plan.Stage;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole runs, short ones, on real loops with scripts that only wait. */
@Timeout(30)
class RunTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    @Test
    void sharedIterationsAreRunExactly() throws Exception {
        var result = run(new SharedIterations(7, 1001, Duration.ofMinutes(1)), sleeping(0));

        assertThat(count(result, BuiltinMetrics.ITERATIONS)).isEqualTo(1001);
        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aScenarioWithoutDataEndsOnAllWorkersAndTheRunCompletes() throws Exception {
        var left = new AtomicInteger(100);
        Script script =
                context ->
                        (_, _) -> {
                            if (left.getAndDecrement() <= 0) {
                                throw new ScenarioExhausted("rows.csv");
                            }
                            sleep(context, 1);
                        };

        var result = run(new ConstantVus(8, Duration.ofMinutes(5)), script);

        assertThat(count(result, BuiltinMetrics.ITERATIONS)).isEqualTo(100);
        assertThat(count(result, BuiltinMetrics.DATA_EXHAUSTED)).isPositive();
        assertThat(result.total().errors()).isEmpty();
        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
    }

    @Test
    void aClosedWorkloadKeepsItsNumberOfUsersAtWork() throws Exception {
        var most = new AtomicInteger();
        var now = new AtomicInteger();
        var users = ConcurrentHashMap.<Long>newKeySet();
        Script script =
                context ->
                        (_, _) -> {
                            users.add(context.userId());
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            sleep(context, 5);
                            now.decrementAndGet();
                        };

        run(new ConstantVus(9, SHORT), script);

        assertThat(most).hasValue(9);
        assertThat(users).containsExactlyInAnyOrder(userIds(9));
    }

    @Test
    void anOpenWorkloadStartsEveryDueIteration() throws Exception {
        var result = run(new ConstantArrivalRate(500, SHORT, 5, 400), sleeping(20));

        assertThat(count(result, BuiltinMetrics.ITERATIONS)).isEqualTo(200);
        assertThat(count(result, BuiltinMetrics.DROPPED_ITERATIONS)).isZero();
    }

    @Test
    void iterationsThatFindNoUserAreDroppedAndCounted() throws Exception {
        var result = run(new ConstantArrivalRate(100, SHORT, 2, 2), sleeping(10_000));

        assertThat(count(result, BuiltinMetrics.DROPPED_ITERATIONS)).isEqualTo(38);
        assertThat(count(result, BuiltinMetrics.INTERRUPTED_ITERATIONS)).isEqualTo(2);
        assertThat(count(result, BuiltinMetrics.ITERATIONS)).isZero();
    }

    @Test
    void anIterationIsToldWhenItWasDue() throws Exception {
        var dues = ConcurrentHashMap.<Long>newKeySet();
        Script script = context -> (_, due) -> dues.add(due);

        run(new ConstantArrivalRate(50, SHORT, 1, 10), script);

        var sorted = dues.stream().sorted().toList();
        assertThat(sorted).hasSize(20);
        assertThat(sorted.getLast() - sorted.getFirst()).isCloseTo(19 * 20_000_000L, within(2L));
    }

    @Test
    void aRunEndsAtItsDeadlineWhateverTheScriptWaitsFor() throws Exception {
        var result = run(new ConstantVus(3, SHORT), sleeping(100_000));

        assertThat(count(result, BuiltinMetrics.INTERRUPTED_ITERATIONS)).isEqualTo(3);
        assertThat(result.elapsed()).isBetween(Duration.ofMillis(590), Duration.ofSeconds(10));
    }

    @Test
    void aRunEndsEvenWhereAScriptHoldsItsLoop() throws Exception {
        var blocked = new AtomicInteger();
        Script script =
                context ->
                        (_, _) -> {
                            blocked.incrementAndGet();
                            while (blocked.get() > 0) {
                                Thread.onSpinWait();
                            }
                        };

        var result = run(new ConstantVus(1, SHORT), script);

        assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(10));
        blocked.set(-1_000_000);
    }

    @Test
    void usersComeAndGoWithTheRamp() throws Exception {
        var stages =
                List.of(
                        new Stage(Duration.ofMillis(200), 10),
                        new Stage(Duration.ofMillis(200), 0));
        var made = new AtomicInteger();
        var closed = new AtomicInteger();
        Script script =
                context -> {
                    made.incrementAndGet();
                    return new VirtualUser() {
                        @Override
                        public void iterate(long key, long dueNanos) {
                            sleep(context, 1);
                        }

                        @Override
                        public void close() {
                            closed.incrementAndGet();
                        }
                    };
                };

        run(new RampingVus(0, stages), script);

        assertThat(made).hasValue(10);
        assertThat(closed).hasValue(10);
    }

    @Test
    void anErrorOfTheScriptEndsItsIterationAndIsTold() throws Exception {
        Script script =
                context ->
                        (_, _) -> {
                            throw new IllegalStateException("no token");
                        };

        var result = run(new SharedIterations(1, 5, Duration.ofMinutes(1)), script);

        assertThat(count(result, BuiltinMetrics.FAILED_ITERATIONS)).isEqualTo(5);
        assertThat(result.total().errors()).hasSize(1);
        var error = result.total().errors().keySet().iterator().next();
        assertThat(error.message()).isEqualTo("IllegalStateException: no token");
        assertThat(result.total().errors().get(error)).isEqualTo(5);
    }

    @Test
    void aScriptThatMakesNoUserEndsTheRun() throws Exception {
        Script script =
                context -> {
                    throw new IllegalStateException("broken");
                };
        var run = newRun(new ConstantVus(2, Duration.ofMinutes(5)), script, List.of(), List.of());

        var result = run.execute();

        assertThat(result.ending()).isEqualTo(Ending.SCRIPT_ERROR);
        assertThat(run.scriptFailure())
                .get()
                .hasToString("java.lang.IllegalStateException: broken");
    }

    @Test
    void stoppingLetsIterationsEndAndStillReports() throws Exception {
        var underWay = new CountDownLatch(8);
        Script script =
                context ->
                        (_, _) -> {
                            underWay.countDown();
                            sleep(context, 100);
                        };
        var run = newRun(new ConstantVus(4, Duration.ofMinutes(5)), script, List.of(), List.of());
        var stopper = Thread.ofVirtual().start(() -> stopWhen(underWay, run));

        var result = run.execute();
        stopper.join();

        assertThat(result.ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(count(result, BuiltinMetrics.INTERRUPTED_ITERATIONS)).isZero();
        assertThat(count(result, BuiltinMetrics.ITERATIONS)).isGreaterThanOrEqualTo(8);
    }

    @Test
    void aThresholdMayEndTheRun() throws Exception {
        var parsed = Threshold.parse("iterations", "count<1");
        var threshold = new Threshold(parsed.selector(), parsed.condition(), true, Duration.ZERO);

        var result =
                newRun(
                                new ConstantVus(1, Duration.ofMinutes(5)),
                                sleeping(10),
                                List.of(threshold),
                                List.of())
                        .execute();

        assertThat(result.ending()).isEqualTo(Ending.THRESHOLD_ABORT);
        assertThat(result.verdict().passed()).isFalse();
    }

    @Test
    void secondsAddUpToTheTotal() throws Exception {
        var seen = new AtomicLong();
        var finished = new AtomicLong();
        var output =
                new Output() {
                    @Override
                    public void accept(Snapshot second) {
                        seen.addAndGet(countOf(second, BuiltinMetrics.ITERATIONS));
                    }

                    @Override
                    public void finish(RunResult result) {
                        finished.set(countOf(result.total(), BuiltinMetrics.ITERATIONS));
                    }
                };

        newRun(new ConstantVus(5, Duration.ofMillis(2300)), sleeping(3), List.of(), List.of(output))
                .execute();

        assertThat(seen.get()).isPositive().isEqualTo(finished.get());
    }

    private static void stopWhen(CountDownLatch underWay, Run run) {
        try {
            underWay.await();
            run.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RunResult run(Executor executor, Script script) throws InterruptedException {
        return newRun(executor, script, List.of(), List.of()).execute();
    }

    private static Run newRun(
            Executor executor, Script script, List<Threshold> thresholds, List<Output> outputs) {
        var scenario =
                new Scenario(
                        "s",
                        executor,
                        ThinkTime.NONE,
                        Duration.ZERO,
                        Duration.ofMillis(200),
                        Tags.NONE);
        var plan = new TestPlan("test", "", List.of(scenario), thresholds, Tags.NONE);
        return new Run(plan, script, RunOptions.ofThisMachine().withWorkers(2), outputs);
    }

    private static Script sleeping(int millis) {
        return context -> (_, _) -> sleep(context, millis);
    }

    private static void sleep(UserContext context, int millis) {
        try {
            context.loop().sleepUntil(System.nanoTime() + millis * 1_000_000L);
        } catch (InterruptedException e) {
            throw new InterruptedIteration();
        }
    }

    private static long count(RunResult result, Metric metric) {
        return countOf(result.total(), metric);
    }

    private static long countOf(Snapshot snapshot, Metric metric) {
        return snapshot.find(metric)
                .map(it -> it instanceof Aggregate.Count(var total) ? total : -1L)
                .orElse(0L);
    }

    private static Long[] userIds(int count) {
        return Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L).stream()
                .sorted()
                .limit(count)
                .toArray(Long[]::new);
    }
}
