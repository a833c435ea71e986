package io.spate.engine;

/** One simulated user. All its methods run on one virtual thread, one after another. */
public interface VirtualUser extends AutoCloseable {

    /** Runs once, before the first iteration. Its requests are measured like any others. */
    default void start() {}

    /**
     * Runs one iteration. An exception ends the iteration and is counted as an error of the script;
     * {@link InterruptedIteration} ends it without an error.
     *
     * @param dueNanos when the iteration was due, on the clock of {@link System#nanoTime}; its
     *     first request is measured from then
     */
    void iterate(long dueNanos);

    /** Frees what the user holds, such as its connections. */
    @Override
    default void close() {}
}
