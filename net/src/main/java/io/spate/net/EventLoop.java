package io.spate.net;

import java.util.concurrent.Executor;

/**
 * One thread that waits for sockets and timers and carries the virtual threads that use them.
 * Nothing is shared between loops.
 *
 * <p>Methods say who may call them: "any thread", or "this loop" for the loop's own thread and the
 * virtual threads it carries.
 */
public final class EventLoop implements Executor, AutoCloseable {

    private EventLoop() {}

    /** Starts a loop on a daemon thread of the given name. */
    public static EventLoop start(String name, NetOptions options) {
        throw new UnsupportedOperationException();
    }

    /** Runs a task on the loop's thread, soon; the task must not block. Any thread. */
    @Override
    public void execute(Runnable task) {
        throw new UnsupportedOperationException();
    }

    /** Starts a virtual thread that this loop carries. Any thread. */
    public Thread startVirtualThread(String name, Runnable body) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs a task on the loop's thread at an instant, or soon where it has passed. This loop.
     *
     * @param dueNanos on the clock of {@link System#nanoTime}
     */
    public Timer schedule(long dueNanos, Runnable task) {
        throw new UnsupportedOperationException();
    }

    /**
     * Parks the calling virtual thread of this loop until an instant.
     *
     * @param dueNanos on the clock of {@link System#nanoTime}
     * @throws InterruptedException when the thread is interrupted, before or while it waits
     */
    public void sleepUntil(long dueNanos) throws InterruptedException {
        throw new InterruptedException();
    }

    /**
     * Opens a connection. Blocks the calling virtual thread of this loop: resolves the name (off
     * the loop, cached), connects, and shakes hands where the endpoint wants TLS.
     *
     * @param deadlineNanos when to give up, on the clock of {@link System#nanoTime}
     * @throws NetException what went wrong, by kind
     */
    public Connection connect(Endpoint endpoint, long deadlineNanos) throws NetException {
        throw new UnsupportedOperationException();
    }

    /** Ends the loop and closes its connections; returns when its thread has ended. Any thread. */
    @Override
    public void close() {}

    /** A task that waits for its instant. */
    public interface Timer {
        /** Drops the task where it has not run. This loop. */
        void cancel();
    }
}
