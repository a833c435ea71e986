package io.spate.cli.k6;

import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.k6.K6Test;
import io.spate.k6.options.ScenarioSpec;
import io.spate.k6.rest.LiveTotal;
import io.spate.k6.rest.Steering;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.threshold.Verdict;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** Steers a run from outside: by the REST API, and by Ctrl-C. For any thread. */
final class K6Steering implements Steering {
    private final K6Test test;
    private final TestPlan plan;
    private final Run run;
    private final RunOptions machine;
    private final LiveTotal live;
    private final CountDownLatch begin = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile OptionalInt usersMax;
    private volatile boolean stopped;
    private volatile boolean ended;
    private volatile boolean cut;

    K6Steering(K6Test test, TestPlan plan, Run run, RunOptions machine, LiveTotal live) {
        this.test = test;
        this.plan = plan;
        this.run = run;
        this.machine = machine;
        this.live = live;
        this.usersMax = asked();
    }

    /** The scenario whose users are meant to be controlled. */
    private Optional<ScenarioSpec> controlled() {
        return test.options().scenarios().stream()
                .filter(it -> it.usersMax().isPresent())
                .findFirst();
    }

    /** How many users the script says that there may be. */
    private OptionalInt asked() {
        return controlled().map(ScenarioSpec::usersMax).orElse(OptionalInt.empty());
    }

    /** Waits until the run may begin; it may not while it is paused before its start. */
    void awaitBegin(boolean paused) throws InterruptedException {
        if (!paused) {
            begin.countDown();
        }
        begin.await();
    }

    /** Says that the run is over. */
    void ended() {
        ended = true;
    }

    /** Waits until somebody stops what is over. */
    void awaitLeft() throws InterruptedException {
        left.await();
    }

    /** Whether the run is over. */
    boolean isOver() {
        return ended;
    }

    /** Whether the REST API has stopped it. */
    boolean isStopped() {
        return stopped;
    }

    /** Lets go of what waits, for good. */
    void release() {
        begin.countDown();
        left.countDown();
    }

    @Override
    public State state() {
        return new State(
                phase(),
                begin.getCount() > 0 || run.control().isPaused(),
                stopped,
                test.control().failed() || !Verdict.of(plan.thresholds(), live.total()).passed(),
                test.setupData(),
                usersMax);
    }

    private Phase phase() {
        if (begin.getCount() > 0) {
            return Phase.PAUSED_BEFORE;
        }
        return ended
                ? Phase.ENDED
                : switch (test.stage()) {
                    case LOADED -> Phase.STARTED;
                    case SETUP -> Phase.SETUP;
                    case SCENARIOS -> Phase.RUNNING;
                    case TEARDOWN -> Phase.TEARDOWN;
                };
    }

    @Override
    public void pause(boolean paused) {
        if (begin.getCount() > 0) {
            if (!paused) {
                begin.countDown();
            }
        } else if (paused) {
            run.control().pause();
        } else {
            run.control().resume();
        }
    }

    @Override
    public synchronized void scale(OptionalInt users, OptionalInt most) {
        var scaled = controlled().map(ScenarioSpec::scenario).orElseGet(this::onlyOneWithUsers);
        check(users, most);
        usersMax = most.isPresent() ? most : usersMax;
        users.ifPresent(it -> run.control().setUsers(scaled.name(), it));
    }

    private Scenario onlyOneWithUsers() {
        var closed = plan.scenarios().stream().filter(K6Steering::hasUsers).toList();
        if (closed.size() != 1) {
            throw new IllegalArgumentException(
                    closed.isEmpty()
                            ? "no scenario has a number of users that could be set"
                            : closed.size()
                                    + " scenarios have users; only those of a single one can be"
                                    + " set");
        }
        return closed.getFirst();
    }

    /** As k6 does, in its words. */
    private void check(OptionalInt users, OptionalInt most) {
        long wanted =
                users.isPresent()
                        ? users.getAsInt()
                        : live.total().level(BuiltinMetrics.VUS).last();
        var limit = most.isPresent() ? most : usersMax;
        if (limit.isPresent() && wanted > limit.getAsInt()) {
            throw new IllegalArgumentException(
                    "the number of active VUs (%d) must be less than or equal to the number of maxVUs (%d)"
                            .formatted(wanted, limit.getAsInt()));
        }
        var least = asked();
        if (most.isPresent() && least.isPresent() && most.getAsInt() < least.getAsInt()) {
            throw new IllegalArgumentException(
                    "the new number of max VUs cannot be lower than the starting number of max VUs (%d)"
                            .formatted(least.getAsInt()));
        }
    }

    private static boolean hasUsers(Scenario scenario) {
        return switch (scenario.executor()) {
            case Executor.ConstantVus _, Executor.RampingVus _, Executor.Steps _ -> true;
            case Executor.Burst _,
                    Executor.SharedIterations _,
                    Executor.PerVuIterations _,
                    Executor.ConstantArrivalRate _,
                    Executor.RampingArrivalRate _,
                    Executor.Shape _ ->
                    false;
        };
    }

    @Override
    public void stop() {
        stopped = true;
        abort();
        release();
    }

    /** Whether it was ended before its time. */
    boolean wasCut() {
        return cut;
    }

    /** Ends the run: iterations at once, with what the script does after the test. */
    void abort() {
        cut = true;
        if (test.stage() == K6Test.Stage.TEARDOWN) {
            run.stop();
        } else {
            run.stopAtOnce();
        }
    }

    @Override
    public Once once() {
        return new Once() {
            @Override
            public void setupData(Optional<String> json) {
                test.setupData(json);
            }

            @Override
            public void setup() throws InterruptedException {
                test.setup(machine);
            }

            @Override
            public void teardown() throws InterruptedException {
                test.teardown(machine);
            }
        };
    }
}
