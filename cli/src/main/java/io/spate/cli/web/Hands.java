package io.spate.cli.web;

import io.spate.engine.LoadControl;
import io.spate.engine.Run;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a run is steered by whoever looks at it. For any thread.
 *
 * @param control of its load; empty where its script brings its users by itself
 * @param crowd those users; empty where there are none
 * @param stop lets running iterations end
 * @param stopAtOnce cuts them
 */
public record Hands(
        Optional<LoadControl> control, Optional<Crowd> crowd, Runnable stop, Runnable stopAtOnce) {

    /** Users that come and go by the rules of their script. */
    public interface Crowd {
        /**
         * Has there be so many.
         *
         * @param spawnRate how many come in a second; empty for as many as before
         */
        void become(int users, OptionalDouble spawnRate);

        /** Lets the figures that the script itself keeps begin anew. */
        void reset();

        /** Has somebody know when the script itself lets them begin anew. */
        void onReset(Runnable who);
    }

    /** Those of a run whose load the engine brings. */
    public static Hands of(Run run, Runnable stop) {
        return new Hands(Optional.of(run.control()), Optional.empty(), stop, run::stopAtOnce);
    }

    /** Those of a run whose script brings its users. */
    public static Hands of(Crowd crowd, Runnable stop, Runnable stopAtOnce) {
        return new Hands(Optional.empty(), Optional.of(crowd), stop, stopAtOnce);
    }
}
