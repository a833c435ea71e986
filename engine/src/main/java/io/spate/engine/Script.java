package io.spate.engine;

import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What virtual users do. The engine asks it for virtual users; front ends (Java, YAML, URL) and
 * protocols meet behind it.
 */
@FunctionalInterface
public interface Script {

    /**
     * Makes a virtual user. Called on the virtual thread that will run it.
     *
     * @throws RuntimeException an error of the script, which ends the run
     */
    VirtualUser newUser(UserContext context);

    /**
     * Runs once, before the first scenario. Called on a virtual thread of its own; what it measures
     * is kept out of the results, where the {@link #rules} do not say otherwise.
     *
     * @throws Exception which ends the run before it has begun
     */
    default void before(UserContext context) throws Exception {}

    /**
     * Runs once, after the last scenario, also where the run was stopped.
     *
     * @throws Exception which is told and leaves the results as they are
     */
    default void after(UserContext context) throws Exception {}

    /**
     * How a run treats its script, where tools differ.
     *
     * @param onceCounts whether what is measured before and after the scenarios is among the
     *     results
     * @param abortCuts whether a threshold that ends the run cuts iterations, which may end within
     *     the graceful stop otherwise
     * @param users how many users there are now, where virtual users of the engine stand for
     *     several each; asked by any thread
     */
    record Rules(boolean onceCounts, boolean abortCuts, Optional<IntSupplier> users) {
        /** Only scenarios count, what has begun may end, and each virtual user is one. */
        public static final Rules DEFAULT = new Rules(false, false);

        /** Where each virtual user is one. */
        public Rules(boolean onceCounts, boolean abortCuts) {
            this(onceCounts, abortCuts, Optional.empty());
        }
    }

    /** How runs of it differ from those of others. */
    default Rules rules() {
        return Rules.DEFAULT;
    }

    /**
     * Says that users were to end at once some time ago and have not: whoever computes without a
     * pause holds its loop, which cannot tell it so. Called by any thread, again and again until
     * they have ended; returns at once.
     *
     * @param name the scenario's, or {@code setup} or {@code teardown} for what is done once
     */
    default void overdue(String name) {}
}
