package io.spate.wrk.lua;

/** Copies values from one Lua state to another. */
final class LuaCopy {
    private static final int DEPTH_MAX = 100;

    private final LuaState from;
    private final LuaState to;

    private LuaCopy(LuaState from, LuaState to) {
        this.from = from;
        this.to = to;
    }

    /** Pushes a copy of the value on top; where that cannot be, both stacks are as they were. */
    static void top(LuaState from, LuaState to) {
        int before = from.top();
        int othersBefore = to.top();
        try {
            new LuaCopy(from, to).copy(0);
        } catch (LuaException e) {
            from.pop(from.top() - before);
            to.pop(to.top() - othersBefore);
            throw e;
        }
    }

    private void copy(int depth) {
        from.ensureRoom();
        to.ensureRoom();
        switch (from.typeOf(-1)) {
            case LuaApi.NIL -> to.pushNil();
            case LuaApi.BOOLEAN -> to.push(from.truth());
            case LuaApi.NUMBER -> to.push(from.number(-1));
            case LuaApi.STRING -> {
                var bytes = new byte[from.size(-1)];
                from.copy(-1, bytes);
                to.push(bytes, 0, bytes.length);
            }
            case LuaApi.TABLE -> copyTable(depth);
            default -> throw new LuaException("cannot transfer '" + typeName() + "' to thread");
        }
    }

    private void copyTable(int depth) {
        if (depth > DEPTH_MAX) {
            throw new LuaException("cannot transfer a table within itself to thread");
        }
        to.pushTable();
        from.pushNil();
        while (from.next()) {
            from.pushCopy(-2);
            copy(depth + 1);
            from.pop(1);
            copy(depth + 1);
            to.put(-3);
            from.pop(1);
        }
    }

    private String typeName() {
        return switch (from.typeOf(-1)) {
            case LuaApi.FUNCTION -> "function";
            case LuaApi.LIGHT_USERDATA, LuaApi.USERDATA -> "userdata";
            case LuaApi.THREAD -> "thread";
            default -> "cdata";
        };
    }
}
