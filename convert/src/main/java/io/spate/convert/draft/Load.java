package io.spate.convert.draft;

import java.util.List;
import java.util.Optional;

/** How much load a scenario makes, and when. Durations are texts such as {@code 1m30s}. */
public sealed interface Load {
    /** Users for a time; those of Locust come at a rate. */
    record Users(long users, String duration, Optional<Double> spawnRate) implements Load {}

    /** Users along straight lines. */
    record Stages(long start, List<Stage> stages) implements Load {}

    /** Iterations that users share. */
    record Iterations(long users, long iterations) implements Load {}

    /** Iterations of each user. */
    record PerUser(long users, long iterations) implements Load {}

    /** Iterations at a rate each second. */
    record Rate(double rate, String duration, long maxUsers) implements Load {}

    /** Iterations at rates along straight lines. */
    record RateStages(double start, List<Stage> stages, long maxUsers) implements Load {}

    /** A target that is reached after some time. */
    record Stage(String duration, double target) {}
}
