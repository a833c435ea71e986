package io.spate.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How a run ended.
 *
 * @param startedAt when it really started
 * @param elapsed how long it took
 * @param measuredFrom where on its time axis what counts begins: the end of the warm-up
 * @param state one of those in which a run has ended
 * @param passed whether it met its thresholds
 * @param figures what it came to
 * @param document the result as JSON, as {@code results.json} has it
 */
public record Outcome(
        Instant startedAt,
        Duration elapsed,
        Duration measuredFrom,
        RunState state,
        boolean passed,
        Figures figures,
        String document) {}
