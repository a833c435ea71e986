package io.spate.engine;

/** One simulated user. All its methods run on one virtual thread, one after another. */
public interface VirtualUser extends AutoCloseable {

    /** Runs once, before the first iteration. Its requests are measured like any others. */
    default void start() {}

    /**
     * Runs one iteration. An exception ends the iteration and is counted as an error of the script;
     * {@link InterruptedIteration} ends it without an error, {@link ScenarioExhausted} ends the
     * scenario.
     *
     * @param key tells this iteration from all others of its scenario, the same way in each run of
     *     the same plan; what is random in it follows from the plan's seed and this. Where
     *     iterations are due at a rate, it is their number in the order in which they are due, from
     *     0; elsewhere the user's number and the count of its iterations
     * @param dueNanos when the iteration was due, on the clock of {@link System#nanoTime}; its
     *     first request is measured from then
     */
    void iterate(long key, long dueNanos);

    /**
     * Runs once, after the last iteration, unless the user is cut off. Measured like any others.
     */
    default void stop() {}

    /** Frees what the user holds, such as its connections. */
    @Override
    default void close() {}
}
