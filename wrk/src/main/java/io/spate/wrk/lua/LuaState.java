package io.spate.wrk.lua;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

/**
 * One Lua state with Lua's standard libraries, and its stack: functions push their arguments, call,
 * and take what they are given off it. Names are {@link Name}s, made once.
 */
public final class LuaState implements AutoCloseable {
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private final Arena arena = Arena.ofAuto();
    private final MemorySegment length = arena.allocate(JAVA_LONG);
    private MemorySegment scratch = arena.allocate(8 << 10);
    private long state;

    /** A fresh state; throws {@link UnsupportedOperationException} where there is no LuaJIT. */
    public LuaState() {
        try {
            state = (long) LuaApi.NEW_STATE.invokeExact();
            LuaApi.OPEN_LIBS.invokeExact(state);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** A name as C reads it. Immutable. */
    public static final class Name {
        private final MemorySegment text;

        public Name(String name) {
            text = Arena.ofAuto().allocateFrom(name);
        }
    }

    /** Pushes the file as a function. */
    public void loadFile(String path) {
        try (var local = Arena.ofConfined()) {
            long name = local.allocateFrom(path).address();
            check((int) LuaApi.LOAD_FILE.invokeExact(state, name));
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /**
     * Pushes a text as a function.
     *
     * @param name what errors call it
     */
    public void load(String text, String name) {
        try (var local = Arena.ofConfined()) {
            long code = local.allocateFrom(text).address();
            long size = text.getBytes(StandardCharsets.UTF_8).length;
            long title = local.allocateFrom("=" + name).address();
            check((int) LuaApi.LOAD_BUFFER.invokeExact(state, code, size, title));
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Calls the function below its arguments; its results take their place. */
    public void call(int arguments, int results) {
        try {
            check((int) LuaApi.PCALL.invokeExact(state, arguments, results, 0));
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    private void check(int outcome) {
        if (outcome != 0) {
            String message = typeOf(-1) == LuaApi.STRING ? string(-1) : "?";
            pop(1);
            throw new LuaException(message);
        }
    }

    /** Pushes a global variable. */
    public void global(Name name) {
        field(LuaApi.GLOBALS, name);
    }

    /** Pushes a field of the table at an index. */
    public void field(int index, Name name) {
        try {
            LuaApi.GET_FIELD.invokeExact(state, index, name.text.address());
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Takes the value on top for a global variable. */
    public void setGlobal(Name name) {
        setField(LuaApi.GLOBALS, name);
    }

    /** Takes the value on top for a field of the table at an index. */
    public void setField(int index, Name name) {
        try {
            LuaApi.SET_FIELD.invokeExact(state, index, name.text.address());
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Pushes what {@link #keep} has kept under a name, where no script finds it. */
    public void kept(Name name) {
        field(LuaApi.REGISTRY, name);
    }

    /** Takes the value on top to be found again. */
    public void keep(Name name) {
        setField(LuaApi.REGISTRY, name);
    }

    /** Pushes an empty table. */
    public void pushTable() {
        try {
            LuaApi.CREATE_TABLE.invokeExact(state, 0, 0);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Takes a key and above it a value into the table at an index. */
    public void put(int table) {
        try {
            LuaApi.SET_TABLE.invokeExact(state, table);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Takes the value on top for a place in the table at an index. */
    public void put(int table, int place) {
        try {
            LuaApi.SET_INDEX.invokeExact(state, table, place);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    public void push(double number) {
        try {
            LuaApi.PUSH_NUMBER.invokeExact(state, number);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    public void push(boolean value) {
        try {
            LuaApi.PUSH_BOOLEAN.invokeExact(state, value ? 1 : 0);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    public void pushNil() {
        try {
            LuaApi.PUSH_NIL.invokeExact(state);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Pushes the value at an index once more. */
    public void pushCopy(int index) {
        try {
            LuaApi.PUSH_VALUE.invokeExact(state, index);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    public void push(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        push(bytes, 0, bytes.length);
    }

    /** Pushes bytes as a string. */
    public void push(byte[] bytes, int from, int count) {
        if (scratch.byteSize() < count) {
            scratch = arena.allocate(Math.max(count, 2 * scratch.byteSize()));
        }
        MemorySegment.copy(bytes, from, scratch, JAVA_BYTE, 0, count);
        try {
            LuaApi.PUSH_STRING.invokeExact(state, scratch.address(), (long) count);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /**
     * Pushes a function of Java. It finds its arguments on the stack from 1 on, pushes its results
     * and returns how many these are. What it throws ends the process.
     */
    public void push(ToIntFunction<LuaState> function) {
        try {
            var handle =
                    MethodHandles.lookup()
                            .findVirtual(
                                    LuaState.class,
                                    "called",
                                    MethodType.methodType(
                                            int.class, ToIntFunction.class, long.class));
            var bound = MethodHandles.insertArguments(handle, 0, this, function);
            LuaApi.PUSH_CLOSURE.invokeExact(state, LuaApi.function(bound, arena), 0);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** A coroutine calls with a state of its own, whose stack the arguments are on. */
    @SuppressWarnings("unused") // called by its handle
    private int called(ToIntFunction<LuaState> function, long caller) {
        long own = state;
        state = caller;
        try {
            return function.applyAsInt(this);
        } finally {
            state = own;
        }
    }

    /** How many values are on the stack; in a function of Java, how many arguments. */
    public int top() {
        try {
            return (int) LuaApi.GET_TOP.invokeExact(state);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    public boolean isFunction(int index) {
        return typeOf(index) == LuaApi.FUNCTION;
    }

    int typeOf(int index) {
        try {
            return (int) LuaApi.TYPE.invokeExact(state, index);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** The number at an index, or in the string there; 0 where there is none. */
    public double number(int index) {
        try {
            return (double) LuaApi.TO_NUMBER.invokeExact(state, index);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** The string or number at an index as a text; empty where there is neither. */
    public String string(int index) {
        var bytes = new byte[size(index)];
        copy(index, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** How many bytes the string at an index has. A number there becomes a string. */
    public int size(int index) {
        return address(index) == 0 ? 0 : Math.toIntExact(length.get(JAVA_LONG, 0));
    }

    /** Copies the string at an index to the start of an array that is large enough. */
    public void copy(int index, byte[] target) {
        long from = address(index);
        if (from != 0) {
            MemorySegment.copy(MEMORY, JAVA_BYTE, from, target, 0, (int) length.get(JAVA_LONG, 0));
        }
    }

    private long address(int index) {
        try {
            return (long) LuaApi.TO_STRING.invokeExact(state, index, length.address());
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Drops the value below the one on top. */
    public void removeBelowTop() {
        try {
            LuaApi.REMOVE.invokeExact(state, -2);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Drops values from the top. */
    public void pop(int count) {
        try {
            LuaApi.SET_TOP.invokeExact(state, -count - 1);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /**
     * Pushes a copy of the value on top onto another state: nothing, a truth value, a number, a
     * string, or a table of these.
     *
     * @throws LuaException for another one; both stacks are then as they were
     */
    public void copyTo(LuaState other) {
        LuaCopy.top(this, other);
    }

    /** Whether the value on top is true. */
    boolean truth() {
        try {
            return (int) LuaApi.TO_BOOLEAN.invokeExact(state, -1) != 0;
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Takes a key off the top, and pushes the next one of the table below it with its value. */
    boolean next() {
        try {
            return (int) LuaApi.NEXT.invokeExact(state, -2) != 0;
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    void ensureRoom() {
        try {
            int done = (int) LuaApi.CHECK_STACK.invokeExact(state, 16);
            if (done == 0) {
                throw new LuaException("stack overflow");
            }
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Hands what scripts of this process have printed to the operating system. */
    public static void flushOutput() {
        try {
            int _ = (int) LuaApi.FLUSH.invokeExact(0L);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    @Override
    public void close() {
        try {
            LuaApi.CLOSE.invokeExact(state);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    /** Calls of C throw nothing: what is thrown here is a fault in the signatures above. */
    private static RuntimeException fault(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }
}
