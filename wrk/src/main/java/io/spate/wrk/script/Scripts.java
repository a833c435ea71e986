package io.spate.wrk.script;

import io.spate.wrk.lua.LuaException;
import io.spate.wrk.lua.LuaState;
import io.spate.wrk.lua.LuaState.Name;
import io.spate.wrk.stats.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The states of one script: one before and after the test, and one for each thread. A failure that
 * ends the test may come out of any method, as the exception that {@link Host} has thrown.
 */
public final class Scripts implements AutoCloseable {
    private final ScriptTarget target;
    private final Host host;
    private final Consumer<String> problems;
    private final ScriptState main;
    private final List<ScriptState> threads = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private Host.Measured measured = Host.Measured.NOTHING;

    /**
     * Loads the script for the first time.
     *
     * @param problems takes what is wrong with it, each time it is loaded, as wrk says it
     */
    public Scripts(ScriptTarget target, Host host, Consumer<String> problems) {
        this.target = target;
        this.host = host;
        this.problems = problems;
        this.main = load();
        checkFailure();
    }

    private ScriptState load() {
        var state = new ScriptState(target, this::answer);
        state.problem().ifPresent(problems);
        return state;
    }

    /** Looks the target up: the first of its addresses that can be connected to. */
    public Optional<Address> resolve(String name, String service) {
        return unlessFailed(() -> main.resolve(name, service));
    }

    /** Makes the state of the next thread: loads the script, calls setup and init. */
    public ScriptState addThread() {
        return unlessFailed(
                () -> {
                    int id = threads.size();
                    var state = load();
                    threads.add(state);
                    state.adopt(id);
                    main.setUp(id);
                    state.init(target);
                    return state;
                });
    }

    private <T> T unlessFailed(Supplier<T> step) {
        try {
            T result = step.get();
            checkFailure();
            return result;
        } catch (LuaException e) {
            checkFailure();
            throw e;
        }
    }

    private void checkFailure() {
        var failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    /** Tells the script what the test came to, where it wants to know. */
    public void done(Summary summary, Values latency, Values requests) {
        measured = new Host.Measured(latency, requests);
        if (main.hasDone()) {
            main.done(summary);
        }
    }

    /** Answers wrk.lua's function {@code host}: what it asks for, then its arguments. */
    private int answer(LuaState asking) {
        try {
            return answered(asking);
        } catch (LuaException e) {
            return problem(asking, e);
        } catch (RuntimeException e) {
            failure = e;
            return problem(asking, e);
        }
    }

    private static int problem(LuaState asking, RuntimeException e) {
        asking.pushNil();
        asking.push(String.valueOf(e.getMessage()));
        return 2;
    }

    private int answered(LuaState asking) {
        switch (asking.string(1)) {
            case "lookup" ->
                    asking.push(
                            host.lookup(asking.string(2), asking.string(3)).stream()
                                    .map(Address::toString)
                                    .collect(Collectors.joining(" ")));
            case "connect" -> asking.push(host.connect(Address.parse(asking.string(2))));
            case "address" -> asking.push(host.address(thread(asking)).toString());
            case "readdress" -> {
                host.readdress(thread(asking), Address.parse(asking.string(3)));
                asking.push(true);
            }
            case "stop" -> {
                host.stop(thread(asking));
                asking.push(true);
            }
            case "get" -> get(asking, threads.get(thread(asking)).lua());
            case "set" -> {
                set(asking, threads.get(thread(asking)).lua());
                asking.push(true);
            }
            default -> {
                return statistic(asking);
            }
        }
        return 1;
    }

    private static int thread(LuaState asking) {
        return (int) asking.number(2);
    }

    private static void get(LuaState asking, LuaState owner) {
        owner.global(new Name(asking.string(3)));
        if (owner != asking) {
            owner.copyTo(asking);
            owner.pop(1);
        }
    }

    private static void set(LuaState asking, LuaState owner) {
        if (asking.top() < 4) {
            asking.pushNil();
        }
        asking.copyTo(owner);
        owner.setGlobal(new Name(asking.string(3)));
    }

    private int statistic(LuaState asking) {
        Values of = asking.string(2).equals("latency") ? measured.latency() : measured.requests();
        switch (asking.string(3)) {
            case "min" -> asking.push((double) of.min());
            case "max" -> asking.push((double) of.max());
            case "mean" -> asking.push(of.mean());
            case "stdev" -> asking.push(of.stdev());
            case "percentile" -> asking.push((double) of.percentile(asking.number(4)));
            case "distinct" -> asking.push((double) of.distinct());
            case "value" -> {
                int index = (int) asking.number(4) - 1;
                boolean there = index >= 0 && index < of.distinct();
                asking.push(there ? (double) of.value(index) : 0);
                asking.push(there ? (double) of.countAt(index) : 0);
                return 2;
            }
            default -> asking.pushNil();
        }
        return 1;
    }

    /** Frees the states. Nothing of theirs may be in use any more. */
    @Override
    public void close() {
        threads.forEach(ScriptState::close);
        main.close();
    }

    /** What a script's error looks like where nothing catches it. */
    public static String panic(LuaException e) {
        return "PANIC: unprotected error in call to Lua API (" + e.getMessage() + ")";
    }
}
