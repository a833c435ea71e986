package io.spate.k6;

import io.spate.engine.Script;
import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
import io.spate.k6.js.JsErrors;
import io.spate.k6.js.JsUser;
import io.spate.k6.options.K6Options;
import io.spate.k6.vu.Phase;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.k6.vu.TestState;
import io.spate.net.EventLoop;
import io.spate.plan.TestPlan;
import io.spate.script.share.LoopShare;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
    K6Script(K6Options options, TestState state, JsUser first, UserPool pool, TestPlan plan) {
        this.options = options;
        this.state = state;
        this.first = first;
        this.pool = pool;
        this.watchdog = new Watchdog(state.ticker(), plan);
    }

    @Override
    public VirtualUser newUser(UserContext context) {
        var scenario =
                Objects.requireNonNull(state.planned().scenarios().get(context.scenario().name()));
        var user = pool.take(context.userId());
        user.vu().attach(Phase.ITERATION, context, share(context));
        user.env(scenario.env());
        watchdog.watch(user, context.scenario());
        return new K6User(user, scenario, state, this::left);
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
            once(Phase.SETUP, context, options.once().setupTimeout(), Optional.empty())
                    .ifPresent(it -> state.setupData(Optional.of(it)));
        }
        state.started();
        stage = K6Test.Stage.SCENARIOS;
    }

    @Override
    public void after(UserContext context) {
        stage = K6Test.Stage.TEARDOWN;
        if (options.once().teardown() && first.hasFunction("teardown")) {
            once(Phase.TEARDOWN, context, options.once().teardownTimeout(), state.setupData());
        }
    }

    /** Runs setup or teardown; what it returned, as JSON. */
    private Optional<String> once(
            Phase phase, UserContext context, Duration timeout, Optional<String> data) {
        var name = phase == Phase.SETUP ? "setup" : "teardown";
        var vu = first.vu();
        vu.attach(phase, context, share(context));
        vu.enter(vu.scope().group(name));
        var thread = Thread.currentThread();
        var guard = watchdog.limit(first, timeout, () -> context.loop().execute(thread::interrupt));
        try {
            var returned = first.callOnce(name, data);
            return returned.flatMap(first::json);
        } catch (RuntimeException e) {
            var told = guard.hasStruck() ? new OnceTimeoutException(phase, timeout) : e;
            failure = Optional.of(told);
            throw told;
        } finally {
            guard.end();
            vu.detach();
        }
    }

    K6Test.Stage stage() {
        return stage;
    }

    Optional<Throwable> failure() {
        return failure;
    }

    void stopping(Duration grace) {
        watchdog.endWithin(grace);
    }

    /** Tells of an error of an iteration. */
    static void tell(TestState state, io.spate.engine.ScriptFailure failure) {
        state.log().log(Level.ERROR, JsErrors.told(failure), "stacktrace");
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
