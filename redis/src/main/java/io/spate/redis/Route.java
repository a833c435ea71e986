package io.spate.redis;

import io.spate.net.failure.NetException;

/** How a command finds its server. */
@FunctionalInterface
interface Route {
    /** Sends it there; its reply. */
    Reply call(Command command) throws NetException, RedisException;

    /** Takes that the server that was last found cannot be used. */
    default void failed() {}
}
