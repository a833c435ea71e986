package io.spate.engine;

import io.spate.plan.Scenario;

/** What a worker's part of a scenario tells its run. Called on loops' threads. */
interface RunEvents {
    /** The workload is over and its last user has ended. */
    void scenarioEnded();

    /** The scenario has nothing left to work on, and is to end on all workers. */
    void scenarioExhausted(Scenario scenario);

    /** The script cannot go on. */
    void scriptBroken(Throwable cause);
}
