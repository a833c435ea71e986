package io.spate.k6.js;

import io.spate.engine.InterruptedIteration;
import io.spate.http.InterruptedRequestException;
import io.spate.k6.vu.Vu;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The script of one virtual user: its context and what it exports. For one thread at a time, but
 * for {@link #interrupt}.
 */
public final class JsUser implements AutoCloseable {
    private static final int PENDING = 0;
    private static final int REJECTED = 2;

    private final Context context;
    private final Vu vu;
    private final Value tools;
    private final Value call;
    private final Value nothing;
    private @Nullable Value data;
    private final Value exports;

    /** What it exports, by the names that were asked for: to look one up anew takes long. */
    private final Map<String, Value> functions = new HashMap<>(2);

    private volatile @Nullable Thread runner;
    private volatile boolean broken;
    private Optional<String> endedAt = Optional.empty();

    private JsUser(Context context, Vu vu, Value tools, Value exports) {
        this.context = context;
        this.vu = vu;
        this.tools = tools;
        this.exports = exports;
        this.call = tools.getMember("call");
        this.nothing = tools.getMember("nothing");
    }

    static JsUser init(Context context, Bridge bridge, Vu vu) {
        boolean done = false;
        try {
            var tools = context.eval(bridge.engine().prelude()).execute(bridge);
            bridge.begin(context, tools);
            var fail = tools.getMember("fail");
            vu.errors(message -> failure(fail, message));
            var namespace = context.eval(bridge.engine().entry());
            var exports =
                    namespace.hasMember("it")
                            ? namespace.getMember("it")
                            : bridge.require(bridge.engine().main().toString());
            done = true;
            return new JsUser(context, vu, tools, exports);
        } catch (PolyglotException e) {
            throw bridge.files().problem().orElseGet(() -> JsErrors.inInit(e));
        } finally {
            if (!done) {
                context.close(true);
            }
        }
    }

    /** An error of JavaScript's own, to be thrown by who is called by it. */
    private static RuntimeException failure(Value fail, String message) {
        try {
            fail.executeVoid(message);
            throw new IllegalStateException(message);
        } catch (PolyglotException e) {
            return e;
        }
    }

    /** What modules see of it. */
    public Vu vu() {
        return vu;
    }

    /** Whether it exports a function of that name. */
    public boolean hasFunction(String name) {
        return exports.hasMember(name) && exports.getMember(name).canExecute();
    }

    /** What it exports as {@code options}, as JSON; an empty object where it does not. */
    public String optionsJson() {
        if (!exports.hasMember("options") || exports.getMember("options").isNull()) {
            return "{}";
        }
        try {
            var text = tools.getMember("stringify").execute(exports.getMember("options"));
            return text.isString() ? text.asString() : "{}";
        } catch (PolyglotException e) {
            throw JsErrors.inInit(e);
        }
    }

    /** Adds variables that hold in a scenario. */
    public void env(Map<String, String> more) {
        if (!more.isEmpty()) {
            var object = tools.getMember("parse").execute("{}");
            more.forEach(object::putMember);
            tools.getMember("env").execute(object);
        }
    }

    /**
     * Runs an iteration, with all that it waits for.
     *
     * @throws InterruptedIteration where it was told to stop
     * @throws io.spate.engine.ScriptFailure what the script threw
     */
    public void iterate(String function) {
        var callee = functions.computeIfAbsent(function, exports::getMember);
        runner = Thread.currentThread();
        try {
            var outcome = call.execute(callee, vu.iterationsInScenario(), data());
            vu.drain();
            if (!outcome.isNull()) {
                settle(outcome);
            }
        } catch (PolyglotException e) {
            throw thrown(e);
        } catch (InterruptedRequestException _) {
            throw vu.cutOff();
        } finally {
            runner = null;
            vu.queue().clear();
        }
    }

    /** What setup has returned; each user has an object of its own. */
    private Value data() {
        var known = data;
        if (known == null) {
            known = value(vu.test().setupData());
            data = known;
        }
        return known;
    }

    private Value value(Optional<String> json) {
        return json.map(it -> tools.getMember("parse").execute(it)).orElse(nothing);
    }

    private void settle(Value outcome) {
        if (outcome.getMember("state").asInt() == REJECTED) {
            tools.getMember("rethrow").executeVoid(outcome.getMember("value"));
        }
    }

    /**
     * Calls a function once.
     *
     * @param json its argument
     * @return what it returned, as it is; empty for undefined
     */
    public Optional<Value> callOnce(String function, Optional<String> json) {
        runner = Thread.currentThread();
        try {
            var outcome =
                    tools.getMember("callFor").execute(exports.getMember(function), value(json));
            vu.drain();
            settle(outcome);
            if (outcome.getMember("state").asInt() == PENDING) {
                return Optional.empty();
            }
            return Optional.of(outcome.getMember("value")).filter(it -> !it.isNull());
        } catch (PolyglotException e) {
            throw thrown(e);
        } catch (InterruptedRequestException _) {
            throw vu.cutOff();
        } finally {
            runner = null;
            vu.queue().clear();
        }
    }

    /** What setup has returned as JSON, with null for undefined; empty for what JSON lacks. */
    public Optional<String> json(Value value) {
        var text = tools.getMember("shared").execute(value);
        return text.isString() ? Optional.of(text.asString()) : Optional.empty();
    }

    private RuntimeException thrown(PolyglotException e) {
        if (e.isCancelled() || e.isInterrupted()) {
            // Jobs that it left behind would go on with its next call.
            broken = true;
            endedAt = JsErrors.place(e);
            return vu.cutOff();
        }
        if (e.isHostException()
                && (e.asHostException() instanceof InterruptedIteration
                        || e.asHostException() instanceof InterruptedRequestException)) {
            return vu.cutOff();
        }
        if (vu.isCut()) {
            return new InterruptedIteration();
        }
        return JsErrors.failure(e);
    }

    /** Whether its code runs now and does not wait. Any thread. */
    public boolean isComputing() {
        var thread = runner;
        return thread != null && thread.getState() == Thread.State.RUNNABLE;
    }

    /** Where its code was when it was ended from outside, if it was. */
    public Optional<String> endedAt() {
        return endedAt;
    }

    /** Whether it can run no more. */
    public boolean isBroken() {
        return broken;
    }

    /**
     * Ends code that runs and does not end by itself. Any other thread; waits for that a moment,
     * and may be called again.
     */
    public void interrupt(Duration patience) {
        try {
            context.interrupt(patience);
        } catch (TimeoutException _) {
            // Its turn on the loop has not come, as another user has it.
        }
    }

    @Override
    public void close() {
        context.close(true);
    }
}
