package io.spate.plan;

import java.time.Duration;
import java.util.List;

/** The rule by which iterations start. */
public sealed interface Executor {

    /** Iterations per second that a workload may ask for. */
    double RATE_MAX = 10_000_000;

    /** How long the workload lasts at most, without the graceful stop. */
    Duration duration();

    /** The most virtual users it may use. */
    int maxVus();

    /** What it does, in k6's words: {@code 50 looping VUs for 1m}. */
    String describe();

    /**
     * Closed: a number of virtual users, each of which starts its next iteration when the last one
     * has ended.
     */
    record ConstantVus(int vus, Duration duration) implements Executor {
        public ConstantVus {
            new PlanProblems().users("users", vus).positive("duration", duration).check();
        }

        @Override
        public String describe() {
            return "%d looping VUs for %s".formatted(vus, Durations.format(duration));
        }

        @Override
        public int maxVus() {
            return vus;
        }
    }

    /** Closed: the number of virtual users follows straight lines from stage to stage. */
    record RampingVus(int startVus, List<Stage> stages) implements Executor {
        public RampingVus {
            stages = List.copyOf(stages);
            new PlanProblems()
                    .require(startVus >= 0, "users must not be negative, but is " + startVus)
                    .require(!stages.isEmpty(), "a ramp needs at least one stage")
                    .require(
                            startVus > 0 || stages.stream().anyMatch(it -> it.target() > 0),
                            "stages need a target above 0")
                    .require(
                            stages.isEmpty()
                                    || stages.stream().anyMatch(it -> !it.duration().isZero()),
                            "stages need a duration above 0")
                    .check();
        }

        @Override
        public String describe() {
            return "Up to %d looping VUs for %s over %d stages"
                    .formatted(maxVus(), Durations.format(duration()), stages.size());
        }

        @Override
        public Duration duration() {
            return stages.stream().map(Stage::duration).reduce(Duration.ZERO, Duration::plus);
        }

        @Override
        public int maxVus() {
            return Math.max(startVus, stages.stream().mapToInt(Stage::target).max().orElse(0));
        }
    }

    /** Closed: a number of iterations that virtual users share, until a time limit. */
    record SharedIterations(int vus, long iterations, Duration maxDuration) implements Executor {
        public SharedIterations {
            new PlanProblems()
                    .users("users", vus)
                    .require(iterations >= 1, "iterations must be at least 1, not " + iterations)
                    .positive("duration", maxDuration)
                    .check();
        }

        @Override
        public String describe() {
            return "%d iterations shared among %d VUs (maxDuration: %s)"
                    .formatted(iterations, vus, Durations.format(maxDuration));
        }

        @Override
        public Duration duration() {
            return maxDuration;
        }

        @Override
        public int maxVus() {
            return vus;
        }
    }

    /**
     * Open: iterations start at even distances, whether or not earlier ones have ended.
     *
     * @param rate iterations per second
     * @param duration how long
     * @param preAllocatedVus virtual users made before the start
     * @param maxVus virtual users at most; an iteration that finds none free is dropped and counted
     */
    record ConstantArrivalRate(double rate, Duration duration, int preAllocatedVus, int maxVus)
            implements Executor {
        public ConstantArrivalRate {
            new PlanProblems()
                    .require(
                            rate > 0 && rate <= RATE_MAX,
                            "rate must be above 0 and at most %,.0f per second, not %s"
                                    .formatted(RATE_MAX, rate))
                    .positive("duration", duration)
                    .users("users", preAllocatedVus)
                    .users("maxUsers", maxVus)
                    .require(
                            maxVus >= preAllocatedVus,
                            "maxUsers (%d) must not be less than users (%d)"
                                    .formatted(maxVus, preAllocatedVus))
                    .check();
        }

        @Override
        public String describe() {
            return "%.2f iterations/s for %s (maxVUs: %d-%d)"
                    .formatted(rate, Durations.format(duration), preAllocatedVus, maxVus);
        }
    }
}
