package io.spate.k6;

import io.spate.engine.RunOptions;
import io.spate.engine.Script;
import io.spate.engine.ScriptFailure;
import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
import io.spate.k6.js.JsErrors;
import io.spate.k6.js.JsUser;
import io.spate.k6.js.Turns;
import io.spate.k6.options.K6Options;
import io.spate.k6.vu.Phase;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.k6.vu.TestState;
import io.spate.metrics.BuiltinMetrics;
import io.spate.net.EventLoop;
import io.spate.script.share.LoopShare;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/** What the users of a k6 script do. Loops ask it at once. */
final class K6Script implements Script, AutoCloseable {
    private final K6Options options;
    private final TestState state;
    private final JsUser first;
    private final UserPool pool;
    private final Watchdog watchdog;
    private volatile Optional<Throwable> failure = Optional.empty();
    private volatile K6Test.Stage stage = K6Test.Stage.LOADED;

    /**
     * What the users of a loop share, by scenario. An inner map belongs to its loop; there are as
     * many as there are loops, with as many entries as there are scenarios.
     */
    private final Map<EventLoop, Map<String, LoopShare>> shares = new ConcurrentHashMap<>();

    /**
     * A script.
     *
     * @param first its first user, which sets up and tears down
     */
    K6Script(K6Options options, TestState state, JsUser first, UserPool pool, Turns turns) {
        this.options = options;
        this.state = state;
        this.first = first;
        this.pool = pool;
        this.watchdog = new Watchdog(state, turns);
    }

    @Override
    public VirtualUser newUser(UserContext context) {
        var scenario =
                Objects.requireNonNull(state.planned().scenarios().get(context.scenario().name()));
        var user = pool.take(context.userId());
        user.vu().attach(Phase.ITERATION, context, share(context));
        user.env(scenario.env());
        var pulse = watchdog.watch(user, scenario, context.loop());
        return new K6User(user, scenario, state, watchdog, pulse, this::left);
    }

    private void left(JsUser user) {
        watchdog.forget(user);
        user.vu().detach();
        pool.give(user);
    }

    private LoopShare share(UserContext context) {
        var ofLoop = shares.computeIfAbsent(context.loop(), _ -> new HashMap<>());
        var name = context.scenario().name();
        var known = ofLoop.get(name);
        if (known == null) {
            known =
                    LoopShare.of(
                            context,
                            state.planned().http(),
                            state.metrics().all(),
                            state.planned().seed());
            ofLoop.put(name, known);
        }
        return known;
    }

    @Override
    public void before(UserContext context) {
        stage = K6Test.Stage.SETUP;
        if (options.once().setup() && first.hasFunction("setup")) {
            remembered(() -> once(Phase.SETUP, first, context))
                    .ifPresent(it -> state.setupData(Optional.of(it)));
        }
        state.started();
        stage = K6Test.Stage.SCENARIOS;
    }

    @Override
    public void after(UserContext context) {
        stage = K6Test.Stage.TEARDOWN;
        if (options.once().teardown() && first.hasFunction("teardown")) {
            try {
                remembered(() -> once(Phase.TEARDOWN, first, context));
            } catch (ScriptFailure | OnceTimeoutException e) {
                state.log().log(Level.ERROR, told(e), "teardown");
            }
        }
    }

    private static String told(RuntimeException e) {
        return e instanceof ScriptFailure failure
                ? JsErrors.told(failure)
                : String.valueOf(e.getMessage());
    }

    @Override
    public Rules rules() {
        return new Rules(true, true);
    }

    /**
     * Runs setup or teardown beside the run, by a user made for it.
     *
     * @return what it returned, as JSON; empty also where the script has no such function
     * @throws RuntimeException what the script threw
     */
    Optional<String> apart(Phase phase, RunOptions machine) throws InterruptedException {
        var name = name(phase);
        if (!first.hasFunction(name)) {
            return Optional.empty();
        }
        return apart(
                phase,
                machine,
                context -> {
                    try (var user = pool.apart()) {
                        return once(phase, user, context);
                    }
                });
    }

    private <T> T apart(Phase phase, RunOptions machine, Function<UserContext, T> what)
            throws InterruptedException {
        return new Apart(machine, state.planned().seed())
                .run(
                        name(phase),
                        timeout(phase),
                        context -> {
                            try {
                                return what.apply(context);
                            } finally {
                                shares.remove(context.loop());
                            }
                        });
    }

    private <T> T remembered(Supplier<T> what) {
        try {
            return what.get();
        } catch (RuntimeException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    static String name(Phase phase) {
        return switch (phase) {
            case SETUP -> "setup";
            case TEARDOWN -> "teardown";
            case SUMMARY -> "handleSummary";
            case INIT, ITERATION -> throw new IllegalArgumentException("not done once");
        };
    }

    private Duration timeout(Phase phase) {
        var once = options.once();
        return switch (phase) {
            case SETUP -> once.setupTimeout();
            case TEARDOWN -> once.teardownTimeout();
            case SUMMARY -> once.summaryTimeout();
            case INIT, ITERATION -> throw new IllegalArgumentException("not done once");
        };
    }

    /** Runs setup or teardown; what it returned, as JSON. */
    private Optional<String> once(Phase phase, JsUser user, UserContext context) {
        var data = phase == Phase.SETUP ? Optional.<String>empty() : state.setupData();
        return once(phase, user, context, data, it -> it.flatMap(user::json));
    }

    private <T> T once(
            Phase phase,
            JsUser user,
            UserContext context,
            Optional<String> data,
            Function<Optional<Value>, T> read) {
        var name = name(phase);
        var timeout = timeout(phase);
        var vu = user.vu();
        vu.attach(phase, context, share(context));
        vu.enter(vu.scope().group(name));
        var thread = Thread.currentThread();
        var guard = watchdog.limit(user, timeout, () -> context.loop().execute(thread::interrupt));
        long began = state.ticker().nanoTime();
        try {
            return read.apply(user.callOnce(name, data));
        } catch (RuntimeException e) {
            throw guard.hasStruck() ? new OnceTimeoutException(phase, timeout) : e;
        } finally {
            guard.end();
            if (!guard.hasStruck()) {
                measured(context, name, state.ticker().nanoTime() - began);
            }
            vu.detach();
        }
    }

    /** k6 counts how long they take as it does with iterations. */
    private static void measured(UserContext context, String group, long nanos) {
        var recorder = context.recorder();
        var tags = context.tags().with("group", "::" + group);
        recorder.record(recorder.series(BuiltinMetrics.ITERATION_DURATION, tags), nanos);
    }

    K6Test.Stage stage() {
        return stage;
    }

    Optional<Throwable> failure() {
        return failure;
    }

    @Override
    public void overdue(String name) {
        switch (stage) {
            case SETUP, TEARDOWN -> watchdog.endOnce();
            case LOADED, SCENARIOS ->
                    Optional.ofNullable(state.planned().scenarios().get(name))
                            .ifPresent(it -> it.overdue().set(true));
        }
    }

    /**
     * Runs what follows on the results, beside the run.
     *
     * @param json the results
     * @param read what is made of what it returned, while its user lives
     * @throws OnceTimeoutException where it takes longer than it may
     */
    <T> T summarize(RunOptions machine, String json, Function<Optional<Value>, T> read)
            throws InterruptedException {
        return apart(
                Phase.SUMMARY,
                machine,
                context -> once(Phase.SUMMARY, first, context, Optional.of(json), read));
    }

    /** Tells of an error of an iteration. */
    static void tell(TestState state, ScriptFailure failure) {
        state.log().log(Level.ERROR, JsErrors.told(failure), "stacktrace");
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
