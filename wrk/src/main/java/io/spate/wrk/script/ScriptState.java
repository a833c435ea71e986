package io.spate.wrk.script;

import io.spate.wrk.lua.LuaException;
import io.spate.wrk.lua.LuaState;
import io.spate.wrk.lua.LuaState.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * One Lua state with a script of wrk loaded: that of a thread, or the one before and after them.
 */
public final class ScriptState implements AutoCloseable {
    private static final String PRELUDE = prelude();
    private static final int REQUEST_BYTES_FIRST = 4 << 10;

    private final LuaState lua = new LuaState();
    private final Name entries = new Name("spate.entries");
    private final Name request = new Name("request");
    private final Name response = new Name("response");
    private final Name delay = new Name("delay");
    private final Name done = new Name("done");
    private final Name wrk = new Name("wrk");
    private final String problem;
    private byte[] requestBytes = new byte[REQUEST_BYTES_FIRST];

    /** Loads the script; a mistake in it is told by {@link #problem}, and the rest goes on. */
    ScriptState(ScriptTarget target, ToIntFunction<LuaState> host) {
        lua.load(PRELUDE, "wrk.lua");
        lua.push(host);
        lua.call(1, 1);
        lua.keep(entries);
        tellTarget(target);
        problem = load(target.file());
    }

    private String load(String file) {
        try {
            lua.loadFile(file);
            lua.call(0, 0);
            return "";
        } catch (LuaException e) {
            return file + ": " + e.getMessage();
        }
    }

    private void tellTarget(ScriptTarget target) {
        entry("target");
        lua.push(target.scheme());
        lua.push(target.host());
        target.port().ifPresentOrElse(lua::push, lua::pushNil);
        lua.push(target.path());
        lua.pushTable();
        target.headers()
                .forEach(
                        (name, value) -> {
                            lua.push(name);
                            lua.push(value);
                            lua.put(-3);
                        });
        lua.call(5, 0);
    }

    private static String prelude() {
        try (var source = ScriptState.class.getResourceAsStream("wrk.lua")) {
            if (source == null) {
                throw new IllegalStateException("wrk.lua is missing");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pushes one of wrk.lua's functions for Java. */
    private void entry(String name) {
        lua.kept(entries);
        lua.field(-1, new Name(name));
        lua.removeBelowTop();
    }

    /** What is wrong with the script, as wrk says it; empty where it was loaded. */
    public Optional<String> problem() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    LuaState lua() {
        return lua;
    }

    /** Looks the target up by wrk.resolve: the first of its addresses that can be connected to. */
    Optional<Address> resolve(String host, String service) {
        entry("resolve");
        lua.push(host);
        lua.push(service);
        lua.call(2, 1);
        String found = lua.string(-1);
        lua.pop(1);
        return found.isEmpty() ? Optional.empty() : Optional.of(Address.parse(found));
    }

    /** Says which thread this state belongs to. */
    void adopt(int thread) {
        call("adopt", thread);
    }

    /** Has the script set a thread up. */
    void setUp(int thread) {
        call("setup", thread);
    }

    private void call(String entry, int thread) {
        entry(entry);
        lua.push((double) thread);
        lua.call(1, 0);
    }

    void init(ScriptTarget target) {
        entry("init");
        lua.pushTable();
        // From 0 on, as wrk does it: the URL is no argument of the script.
        for (int i = 0; i < target.arguments().size(); i++) {
            lua.push(target.arguments().get(i));
            lua.put(-2, i);
        }
        lua.call(1, 0);
    }

    /** Whether each request is to be asked for. */
    public boolean isDynamic() {
        return defines(request);
    }

    /** Whether the script wants to see responses. */
    public boolean wantsResponses() {
        return defines(response);
    }

    /** Whether the script says when to send. */
    public boolean delays() {
        return defines(delay);
    }

    boolean hasDone() {
        return defines(done);
    }

    private boolean defines(Name name) {
        lua.global(name);
        boolean defined = lua.isFunction(-1);
        lua.pop(1);
        return defined;
    }

    /**
     * Asks for the next request; it stands at the start of {@link #requestBytes} then.
     *
     * @return how many bytes it has
     */
    public int request() {
        lua.global(request);
        if (!lua.isFunction(-1)) {
            lua.pop(1);
            lua.global(wrk);
            lua.field(-1, request);
            lua.removeBelowTop();
        }
        lua.call(0, 1);
        int size = lua.size(-1);
        if (size > requestBytes.length) {
            requestBytes = new byte[Math.max(size, 2 * requestBytes.length)];
        }
        lua.copy(-1, requestBytes);
        lua.pop(1);
        return size;
    }

    /** Where the last request stands; the next one may stand in another array. */
    public byte[] requestBytes() {
        return requestBytes;
    }

    /** Asks how many milliseconds to wait before the next request. */
    public long delayMillis() {
        lua.global(delay);
        lua.call(0, 1);
        long millis = (long) Math.clamp(lua.number(-1), 0, 1e9);
        lua.pop(1);
        return millis;
    }

    /**
     * Shows the script a response.
     *
     * @param head status line and headers as received
     */
    public void response(int status, byte[] head, byte[] body) {
        lua.global(response);
        lua.push((double) status);
        lua.pushTable();
        HeaderLines.push(head, lua);
        lua.push(body, 0, body.length);
        lua.call(3, 0);
    }

    /** Tells the script what the test came to. */
    void done(Summary summary) {
        entry("done");
        lua.pushTable();
        put("duration", summary.durationMicros());
        put("requests", summary.requests());
        put("bytes", summary.bytes());
        lua.push("errors");
        lua.pushTable();
        summary.errors().forEach(this::put);
        lua.put(-3);
        lua.call(1, 0);
    }

    private void put(String name, long value) {
        lua.push(name);
        lua.push((double) value);
        lua.put(-3);
    }

    @Override
    public void close() {
        lua.close();
    }
}
