package io.spate.engine;

import io.spate.metrics.Recorder;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;
import io.spate.plan.Scenario;

/**
 * What a virtual user is given.
 *
 * @param userId from 1, unique among the users that run at the same time, and the same in each run
 *     of the same plan; a user on its way out may briefly overlap with the one in its place
 * @param scenario the scenario it takes part in
 * @param tags to be put on everything it records: the plan's, the scenario's, and {@code scenario}
 * @param loop the event loop that carries it
 * @param recorder where its measurements go
 * @param seed the plan's
 */
public record UserContext(
        long userId, Scenario scenario, Tags tags, EventLoop loop, Recorder recorder, long seed) {}
