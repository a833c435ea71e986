package io.spate.web.api;

import io.spate.web.live.LiveRuns;
import java.util.Optional;

/**
 * What the server shows and does, as whoever starts it wires it.
 *
 * @param mode what it was started for
 * @param version Spate's own
 * @param folder the name of the folder of plans; empty where there is none
 * @param runs the run that goes on
 * @param plans what may be started; empty where nothing may
 * @param swarm what Locust's routes ask for; empty for what {@code runs} and {@code plans} have
 * @param history the runs that were kept
 */
public record Service(
        Mode mode,
        String version,
        Optional<String> folder,
        LiveRuns runs,
        Optional<Plans> plans,
        Optional<Swarm> swarm,
        History history) {

    /** What a server was started for. */
    public enum Mode {
        /** To choose and start tests. */
        UI,
        /** To watch a run that was started by hand. */
        RUN,
        /** In place of Locust's page. */
        LOCUST
    }
}
