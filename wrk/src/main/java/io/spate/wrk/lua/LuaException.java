package io.spate.wrk.lua;

import java.io.Serial;

/** An error of a Lua script; the message is Lua's. */
public final class LuaException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    LuaException(String message) {
        super(message, null, false, false);
    }
}
