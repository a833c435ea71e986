package io.spate.plan;

import io.spate.metrics.Snapshot;
import java.time.Duration;
import java.util.OptionalDouble;

/** How much load there is to be, worked out by code while the run goes on. */
@FunctionalInterface
public interface LoadShape {

    /**
     * The number of users, or iterations per second, from now on. Called once a second, and once
     * before the start, by the thread that collects snapshots; while it works the load stays as it
     * is.
     *
     * @param elapsed since the workload's start, without pauses
     * @param live what the scenario has measured in the last second; empty at the start
     * @return not negative; empty ends the workload
     */
    OptionalDouble target(Duration elapsed, Snapshot live);
}
