package io.spate.http.h2;

import io.spate.net.EventLoop;

/** Runs tasks at instants on the loop; see {@link EventLoop#schedule}. */
@FunctionalInterface
public interface Timers {
    EventLoop.Timer schedule(long dueNanos, Runnable task);
}
