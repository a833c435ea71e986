package io.spate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Tags;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.plan.Executor;
import io.spate.plan.Executor.Burst;
import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Executor.PerVuIterations;
import io.spate.plan.Executor.SharedIterations;
import io.spate.plan.Scenario;
import io.spate.plan.Spacing;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import io.spate.plan.WarmUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens in which order in a run, and how often. */
@Timeout(60)
class LifecycleTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    @Test
    void eachUserMakesItsNumberOfIterations() throws Exception {
        var byUser = new ConcurrentHashMap<Long, AtomicInteger>();
        Script script =
                context ->
                        (_, _) ->
                                byUser.computeIfAbsent(context.userId(), _ -> new AtomicInteger())
                                        .incrementAndGet();

        var result = run(1, new PerVuIterations(5, 20, Duration.ofMinutes(1)), script);

        assertThat(byUser).hasSize(5);
        assertThat(byUser.values()).allMatch(it -> it.get() == 20);
        assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void sharedIterationsAreSharedAmongWorkersOfDifferentSpeed() throws Exception {
        // On two workers: the first user is slow, so nearly all falls to the other.
        var slow = new AtomicInteger();
        Script script =
                context ->
                        (_, _) -> {
                            if (context.userId() == 1) {
                                slow.incrementAndGet();
                                nap(context, 300);
                            }
                        };

        var result = run(1, new SharedIterations(2, 200, Duration.ofMinutes(1)), script);

        assertThat(count(result)).isEqualTo(200);
        assertThat(slow.get()).isLessThan(50);
    }

    @Test
    void burstsFollowOneAnotherAtTheirPauses() throws Exception {
        var starts = new CopyOnWriteArrayList<Long>();
        Script script = _ -> (_, _) -> starts.add(System.nanoTime());

        run(1, new Burst(1, 5, pause(100), SHORT), script);

        assertThat(starts.size()).isBetween(15, 20);
        for (int i = 5; i < starts.size(); i += 5) {
            assertThat(starts.get(i) - starts.get(i - 1)).isGreaterThanOrEqualTo(100_000_000L);
        }
    }

    @Test
    void pacedUsersAreDueAtEvenDistancesWhateverAnIterationTakes() throws Exception {
        var dues = new CopyOnWriteArrayList<Long>();
        Script script =
                context ->
                        (_, due) -> {
                            dues.add(due);
                            nap(context, dues.size() == 2 ? 120 : 5);
                        };
        var scenario =
                Scenario.of("s", new ConstantVus(1, SHORT)).withPacing(Duration.ofMillis(50));

        execute(plan(List.of(scenario), 1), script);

        assertThat(dues.size()).isBetween(7, 9);
        for (int i = 1; i < dues.size(); i++) {
            assertThat(dues.get(i) - dues.get(i - 1)).isEqualTo(50_000_000L);
        }
    }

    @Test
    void theSameSeedGivesTheSameKeysAtTheSameTimes() throws Exception {
        var executor = new ConstantArrivalRate(500, SHORT, 5, 500, Spacing.POISSON);

        var first = duesByKey(7, executor);
        var again = duesByKey(7, executor);
        var other = duesByKey(8, executor);

        // A machine that stands still at the end of a run keeps it from starting its last ones.
        first.keySet().retainAll(again.keySet());
        assertThat(again).containsAllEntriesOf(first);
        assertThat(other).doesNotContainEntry(first.lastKey(), first.lastEntry().getValue());
        assertThat(first.size()).isBetween(100, 300);
    }

    private static NavigableMap<Long, Long> duesByKey(long seed, Executor executor)
            throws Exception {
        var dues = new ConcurrentSkipListMap<Long, Long>();
        run(seed, executor, _ -> dues::put);
        var start = dues.firstEntry().getValue();
        var since = new TreeMap<Long, Long>();
        dues.forEach((key, due) -> since.put(key, due - start));
        return since;
    }

    @Test
    void keysOfClosedWorkloadsNameUserAndIteration() throws Exception {
        var keys = ConcurrentHashMap.<Long>newKeySet();
        var made = new AtomicInteger();
        Script script =
                _ ->
                        (key, _) -> {
                            made.incrementAndGet();
                            keys.add(key);
                        };

        run(1, new PerVuIterations(3, 4, Duration.ofMinutes(1)), script);

        assertThat(made).hasValue(12);
        assertThat(keys).hasSize(12).contains(0L, 1L, 2L, 3L << 24 | 2);
    }

    @Test
    void scenariosFollowOneAnother() throws Exception {
        var order = new CopyOnWriteArrayList<String>();
        var ids = ConcurrentHashMap.<Long>newKeySet();
        Script script =
                context -> {
                    ids.add(context.userId());
                    return (_, _) -> order.add(context.scenario().name());
                };
        var five = new SharedIterations(1, 5, Duration.ofMinutes(1));
        var second =
                new Scenario(
                        "second",
                        five,
                        ThinkTime.NONE,
                        Duration.ZERO,
                        Optional.of("first"),
                        Duration.ofMillis(50),
                        SHORT,
                        Tags.NONE);

        var result = execute(plan(List.of(second, Scenario.of("first", five)), 1), script);

        assertThat(order.subList(0, 5)).containsOnly("first");
        assertThat(order.subList(5, 10)).containsOnly("second");
        assertThat(ids).containsExactlyInAnyOrder(1L, 2L);
        assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void usersStopAfterTheirLastIterationAndScriptsBeforeAndAfterAll() throws Exception {
        var order = new CopyOnWriteArrayList<String>();
        var script =
                new Script() {
                    @Override
                    public void before(UserContext context) {
                        context.recorder()
                                .record(
                                        context.recorder()
                                                .series(BuiltinMetrics.HTTP_REQS, context.tags()),
                                        7);
                        order.add("before");
                    }

                    @Override
                    public VirtualUser newUser(UserContext context) {
                        return new VirtualUser() {
                            @Override
                            public void iterate(long key, long dueNanos) {
                                nap(context, 50);
                            }

                            @Override
                            public void stop() {
                                order.add("stop");
                                nap(context, 10);
                                order.add("stopped");
                            }
                        };
                    }

                    @Override
                    public void after(UserContext context) {
                        order.add("after");
                    }
                };

        var result = run(1, new ConstantVus(1, SHORT), script);

        assertThat(order).containsExactly("before", "stop", "stopped", "after");
        assertThat(result.total().find(BuiltinMetrics.HTTP_REQS)).isEmpty();
        assertThat(result.setup().orElseThrow().find(BuiltinMetrics.HTTP_REQS))
                .contains(new Aggregate.Count(7));
    }

    @Test
    void aScriptThatFailsBeforeTheTestEndsTheRun() throws Exception {
        var made = new AtomicInteger();
        var script =
                new Script() {
                    @Override
                    public void before(UserContext context) {
                        throw new IllegalStateException("no database");
                    }

                    @Override
                    public VirtualUser newUser(UserContext context) {
                        made.incrementAndGet();
                        return (_, _) -> {};
                    }
                };

        var result = run(1, new ConstantVus(1, Duration.ofMinutes(5)), script);

        assertThat(result.ending()).isEqualTo(Ending.SCRIPT_ERROR);
        assertThat(made).hasValue(0);
    }

    @Test
    void aStopBeforeTheScriptHasBegunEndsItsSetupToo() throws Exception {
        var cut = new AtomicInteger();
        var script =
                new Script() {
                    @Override
                    public void before(UserContext context) throws InterruptedException {
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException stop) {
                            cut.incrementAndGet();
                            throw stop;
                        }
                    }

                    @Override
                    public VirtualUser newUser(UserContext context) {
                        return (_, _) -> {};
                    }
                };
        var plan = plan(List.of(Scenario.of("s", new ConstantVus(1, SHORT))), 1);
        var run = new Run(plan, script, RunOptions.ofThisMachine().withWorkers(1), List.of());

        run.stop();

        assertThat(run.execute().ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(cut).hasValue(1);
    }

    @Test
    void whatIsMeasuredWhileWarmingUpIsKeptApart() throws Exception {
        var late = new AtomicLong();
        var start = System.nanoTime();
        Script script =
                context ->
                        (_, _) -> {
                            nap(context, 10);
                            late.addAndGet(System.nanoTime() - start > 900_000_000L ? 1 : 0);
                        };
        var plan =
                plan(List.of(Scenario.of("s", new ConstantVus(2, Duration.ofMillis(1800)))), 1)
                        .withWarmUp(new WarmUp.Fixed(Duration.ofMillis(500)));

        var result = execute(plan, script);

        var warm = result.warmUp().orElseThrow();
        assertThat(warm.endNanos()).isBetween(500_000_000L, 900_000_000L);
        assertThat(result.total().startNanos()).isEqualTo(warm.endNanos());
        assertThat(count(result)).isGreaterThanOrEqualTo(late.get()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1300})
    void theLastOfARunTellsHowManyUsersItHad(int millis) throws Exception {
        var result =
                run(1, new ConstantVus(4, Duration.ofMillis(millis)), c -> (_, _) -> nap(c, 20));

        var users = result.total().level(BuiltinMetrics.VUS);
        assertThat(List.of(users.last(), users.min(), users.max())).containsOnly(4L);
    }

    @Test
    void aStopBeforeTheStartEndsTheRun() throws Exception {
        var messages = new ArrayList<String>();
        var run =
                new Run(
                        plan(List.of(Scenario.of("s", new ConstantVus(1, Duration.ofHours(1)))), 1),
                        _ -> (_, _) -> {},
                        RunOptions.ofThisMachine().withWorkers(2),
                        List.of(),
                        messages::add);
        run.stop();

        assertThat(run.execute().ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(messages).isEmpty();
    }

    private static ThinkTime pause(int millis) {
        return new ThinkTime.Constant(Duration.ofMillis(millis));
    }

    private static RunResult run(long seed, Executor executor, Script script)
            throws InterruptedException {
        return execute(plan(List.of(Scenario.of("s", executor)), seed), script);
    }

    private static RunResult execute(TestPlan plan, Script script) throws InterruptedException {
        return new Run(plan, script, RunOptions.ofThisMachine().withWorkers(2), List.of())
                .execute();
    }

    private static TestPlan plan(List<Scenario> scenarios, long seed) {
        return new TestPlan(
                "test", "", scenarios, List.of(), Tags.NONE, List.of(), WarmUp.NONE, seed);
    }

    private static long count(RunResult result) {
        return result.total().find(BuiltinMetrics.ITERATIONS).stream()
                .mapToLong(it -> it instanceof Aggregate.Count(var total) ? total : -1)
                .sum();
    }

    private static void nap(UserContext context, int millis) {
        try {
            context.loop().sleepUntil(System.nanoTime() + millis * 1_000_000L);
        } catch (InterruptedException e) {
            throw new InterruptedIteration();
        }
    }
}
