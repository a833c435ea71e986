package io.spate.k6.rest;

import java.util.Optional;
import java.util.OptionalInt;

/** How a run is looked at and steered from outside. For any thread. */
public interface Steering {
    /** Where it is. */
    State state();

    /** Stops the run's time, or lets it go on. */
    void pause(boolean paused);

    /**
     * Sets the number of users, and how many there may be.
     *
     * @param users empty for as many as before
     * @param most empty for the limit there was
     * @throws IllegalArgumentException where the run has no scenario, or more than one, that it
     *     could be set of, where there would be more users than there may be, or where fewer might
     *     be than the script says
     */
    void scale(OptionalInt users, OptionalInt most);

    /** Ends the run. */
    void stop();

    /** What is done before and after it. */
    Once once();

    /** Runs by hand what a script does once; for any thread, and waits for its end. */
    interface Once {
        /** Sets what {@code setup} returns, as JSON. */
        void setupData(Optional<String> json);

        /**
         * Runs {@code setup}, and sets what it returns.
         *
         * @throws RuntimeException what the script threw
         */
        void setup() throws InterruptedException;

        /**
         * Runs {@code teardown}.
         *
         * @throws RuntimeException what the script threw
         */
        void teardown() throws InterruptedException;
    }

    /**
     * Where a run is.
     *
     * @param phase how far it has come
     * @param paused whether its time stands still
     * @param stopped whether it was told to end
     * @param failed whether a threshold is crossed, or the script says that it failed
     * @param setupData what {@code setup} has returned, as JSON
     * @param usersMax how many users it may be given; empty for any number
     */
    record State(
            Phase phase,
            boolean paused,
            boolean stopped,
            boolean failed,
            Optional<String> setupData,
            OptionalInt usersMax) {}

    /** How far a run has come; the numbers are k6's. */
    enum Phase {
        PAUSED_BEFORE(4),
        STARTED(5),
        SETUP(6),
        RUNNING(7),
        TEARDOWN(8),
        ENDED(9);

        private final int number;

        Phase(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }
}
