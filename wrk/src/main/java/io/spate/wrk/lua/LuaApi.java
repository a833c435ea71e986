package io.spate.wrk.lua;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of Lua 5.1's C interface that are used, as LuaJIT exports them. Pointers are plain
 * numbers, as all its systems here have 64 bits. Functions that can neither call back nor take long
 * are called without telling the JVM ("critical").
 *
 * @see <a href="https://www.lua.org/manual/5.1/manual.html#3">Lua 5.1 reference manual</a>
 */
final class LuaApi {
    static final int REGISTRY = -10_000;
    static final int GLOBALS = -10_002;

    static final int NIL = 0;
    static final int BOOLEAN = 1;
    static final int LIGHT_USERDATA = 2;
    static final int NUMBER = 3;
    static final int STRING = 4;
    static final int TABLE = 5;
    static final int FUNCTION = 6;
    static final int USERDATA = 7;
    static final int THREAD = 8;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option CRITICAL = Linker.Option.critical(false);
    private static final SymbolLookup LIBRARY = LuaLibrary.load();

    static final MethodHandle NEW_STATE = handle("luaL_newstate", JAVA_LONG);
    static final MethodHandle OPEN_LIBS = action("luaL_openlibs", JAVA_LONG);
    static final MethodHandle CLOSE = action("lua_close", JAVA_LONG);
    static final MethodHandle LOAD_FILE = handle("luaL_loadfile", JAVA_INT, JAVA_LONG, JAVA_LONG);
    static final MethodHandle LOAD_BUFFER =
            handle("luaL_loadbuffer", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle PCALL =
            handle("lua_pcall", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);
    static final MethodHandle GET_FIELD = action("lua_getfield", JAVA_LONG, JAVA_INT, JAVA_LONG);
    static final MethodHandle SET_FIELD = action("lua_setfield", JAVA_LONG, JAVA_INT, JAVA_LONG);
    static final MethodHandle SET_TABLE = action("lua_rawset", JAVA_LONG, JAVA_INT);
    static final MethodHandle SET_INDEX = action("lua_rawseti", JAVA_LONG, JAVA_INT, JAVA_INT);
    static final MethodHandle NEXT = handle("lua_next", JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle CREATE_TABLE =
            action("lua_createtable", JAVA_LONG, JAVA_INT, JAVA_INT);
    static final MethodHandle PUSH_STRING =
            action("lua_pushlstring", JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle PUSH_CLOSURE =
            action("lua_pushcclosure", JAVA_LONG, JAVA_LONG, JAVA_INT);
    static final MethodHandle CHECK_STACK = handle("lua_checkstack", JAVA_INT, JAVA_LONG, JAVA_INT);

    static final MethodHandle GET_TOP = quick("lua_gettop", JAVA_INT, JAVA_LONG);
    static final MethodHandle TYPE = quick("lua_type", JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle TO_STRING =
            quick("lua_tolstring", JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG);
    static final MethodHandle TO_NUMBER = quick("lua_tonumber", JAVA_DOUBLE, JAVA_LONG, JAVA_INT);
    static final MethodHandle TO_BOOLEAN = quick("lua_toboolean", JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle SET_TOP = quickAction("lua_settop", JAVA_LONG, JAVA_INT);
    static final MethodHandle REMOVE = quickAction("lua_remove", JAVA_LONG, JAVA_INT);
    static final MethodHandle PUSH_NUMBER = quickAction("lua_pushnumber", JAVA_LONG, JAVA_DOUBLE);
    static final MethodHandle PUSH_BOOLEAN = quickAction("lua_pushboolean", JAVA_LONG, JAVA_INT);
    static final MethodHandle PUSH_NIL = quickAction("lua_pushnil", JAVA_LONG);
    static final MethodHandle PUSH_VALUE = quickAction("lua_pushvalue", JAVA_LONG, JAVA_INT);

    /** The C library's: what scripts have printed stands in its buffers. */
    static final MethodHandle FLUSH =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("fflush"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_LONG));

    private LuaApi() {}

    /** A C function of Lua that is one of Java: {@code int (lua_State *)}; it must not throw. */
    static long function(MethodHandle java, Arena arena) {
        return LINKER.upcallStub(java, FunctionDescriptor.of(JAVA_INT, JAVA_LONG), arena).address();
    }

    private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... types) {
        return LINKER.downcallHandle(
                LIBRARY.findOrThrow(name), FunctionDescriptor.of(result, types));
    }

    private static MethodHandle action(String name, MemoryLayout... types) {
        return LINKER.downcallHandle(LIBRARY.findOrThrow(name), FunctionDescriptor.ofVoid(types));
    }

    private static MethodHandle quick(String name, MemoryLayout result, MemoryLayout... types) {
        return LINKER.downcallHandle(
                LIBRARY.findOrThrow(name), FunctionDescriptor.of(result, types), CRITICAL);
    }

    private static MethodHandle quickAction(String name, MemoryLayout... types) {
        return LINKER.downcallHandle(
                LIBRARY.findOrThrow(name), FunctionDescriptor.ofVoid(types), CRITICAL);
    }
}
