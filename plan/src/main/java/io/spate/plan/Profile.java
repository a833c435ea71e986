package io.spate.plan;

import java.time.Duration;
import java.util.List;

/**
 * The shape of a workload, as people write it; with users and a duration it makes an executor. What
 * values it may have {@link Workload#executor} checks, beside what contradicts it.
 */
public sealed interface Profile {

    /** A number of iterations that the users share. */
    record Iterations(long count) implements Profile {}

    /** A number of iterations for each user. */
    record IterationsPerUser(long count) implements Profile {}

    /** Iterations started at a rate per second, whatever became of earlier ones. */
    record Rate(double perSecond) implements Profile {}

    /**
     * A rate that follows straight lines.
     *
     * @param startRate iterations per second at the start
     */
    record RateStages(double startRate, List<RateStage> stages) implements Profile {
        public RateStages {
            stages = List.copyOf(stages);
        }
    }

    /** A number of users that follows straight lines. */
    record Stages(List<Stage> stages) implements Profile {
        public Stages {
            stages = List.copyOf(stages);
        }
    }

    /** So many more users every so often, until all are there. */
    record Steps(int added, Duration every) implements Profile {}

    /**
     * Users that start at a rate per second until all are there, as in Locust. The first starts at
     * once.
     */
    record SpawnRate(double usersPerSecond) implements Profile {}

    /** Users that come at even distances until, after a time, all are there. */
    record RampUp(Duration time) implements Profile {}

    /** Each user makes some iterations at once, then pauses. */
    record Burst(int size, ThinkTime pause) implements Profile {}

    /** A preset: users and a duration stretch it. */
    record Preset(TestType type) implements Profile {}

    /**
     * A number of users or a rate that code works out as the run goes on.
     *
     * @param open whether it gives iterations per second rather than users
     */
    record Shape(LoadShape shape, boolean open) implements Profile {
        /** One that gives numbers of users. */
        public Shape(LoadShape shape) {
            this(shape, false);
        }
    }

    /** What people call it. */
    default String word() {
        return switch (this) {
            case Iterations _ -> "iterations";
            case IterationsPerUser _ -> "iterations per user";
            case Rate _ -> "rate";
            case RateStages _ -> "rate stages";
            case Stages _ -> "stages";
            case Steps _ -> "steps";
            case SpawnRate _ -> "spawn rate";
            case RampUp _ -> "ramp-up";
            case Burst _ -> "burst";
            case Preset(var type) -> "type " + type.text();
            case Shape _ -> "shape";
        };
    }
}
