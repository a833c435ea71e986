package io.spate.engine.health;

import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.RunResult;
import java.util.Optional;

/**
 * Looks for one kind of trouble. What it finds follows from the seconds it saw, in their order, and
 * from what the run came to; it asks no clock and no machine.
 */
interface Rule {

    /** Takes the next second. */
    void see(Second second);

    /** What it found in all. */
    Optional<Finding> judge(Facts facts, RunResult result);
}
