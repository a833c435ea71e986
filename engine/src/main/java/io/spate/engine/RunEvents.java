package io.spate.engine;

import io.spate.plan.Scenario;

/** What a worker's part of a scenario tells its run. Called on loops' threads. */
interface RunEvents {
    /** A worker's part of the workload is over and its last user has ended. */
    void scenarioEnded(Scenario scenario);

    /** The scenario has nothing left to work on, and is to end on all workers. */
    void scenarioDone(Scenario scenario);

    /** The script cannot go on. */
    void scriptBroken(Throwable cause);
}
