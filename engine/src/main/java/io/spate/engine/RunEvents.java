package io.spate.engine;

/** What a worker's part of a scenario tells its run. Called on loops' threads. */
interface RunEvents {
    /** The workload is over and its last user has ended. */
    void scenarioEnded();

    /** The script cannot go on. */
    void scriptBroken(Throwable cause);
}
