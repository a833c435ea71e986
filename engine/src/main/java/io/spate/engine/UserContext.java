package io.spate.engine;

import io.spate.metrics.Recorder;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;
import io.spate.plan.Scenario;

/**
 * What a virtual user is given.
 *
 * @param userId from 1, unique in the run
 * @param scenario the scenario it takes part in
 * @param tags to be put on everything it records: the plan's, the scenario's, and {@code scenario}
 * @param loop the event loop that carries it
 * @param recorder where its measurements go
 */
public record UserContext(
        long userId, Scenario scenario, Tags tags, EventLoop loop, Recorder recorder) {}
