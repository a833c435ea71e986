package io.spate.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A run as it is kept, without its seconds and its document, which {@link RunStore} reads.
 *
 * @param id by which people name it
 * @param facts what was known before it began
 * @param state how far it has come
 * @param elapsed how long it took, as far as it is known
 * @param measuredFrom where what counts begins: the end of the warm-up; zero until it has ended
 * @param passed whether it met its thresholds; empty where it has not ended, or was killed
 * @param figures what it came to; empty as long as it goes on, and where it was killed
 * @param notes what people have noted; most often empty
 * @param baselines the names under which it is a baseline; most often none
 */
public record StoredRun(
        String id,
        RunFacts facts,
        RunState state,
        Duration elapsed,
        Duration measuredFrom,
        Optional<Boolean> passed,
        Optional<Figures> figures,
        String notes,
        List<String> baselines) {
    public StoredRun {
        baselines = List.copyOf(baselines);
    }

    /** Whether it ended as it should, or at least with a word. */
    public boolean hasEnded() {
        return state != RunState.RUNNING && state != RunState.KILLED;
    }
}
