package io.spate.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The rule by which iterations start. */
public sealed interface Executor {

    /** Iterations per second that a workload may ask for. */
    double RATE_MAX = 10_000_000;

    /** How long the workload lasts at most, without the graceful stop. */
    Duration duration();

    /** The most virtual users it may use. */
    int maxVus();

    /** What it does, in k6's words: {@code 50 looping VUs for 1m0s}. */
    String describe();

    /** Its own limits, in k6's words: {@code maxVUs: 10-100}; empty where it has none. */
    default String limits() {
        return "";
    }

    /**
     * Closed: a number of virtual users, each of which starts its next iteration when the last one
     * has ended.
     */
    record ConstantVus(int vus, Duration duration) implements Executor {
        public ConstantVus {
            new PlanProblems().users("users", vus, 1).positive("duration", duration).check();
        }

        @Override
        public String describe() {
            return "%d looping VUs for %s".formatted(vus, Durations.formatFull(duration));
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
                    .users("users", startVus, 0)
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
                    .formatted(maxVus(), Durations.formatFull(duration()), stages.size());
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
                    .users("users", vus, 1)
                    .iterations(iterations)
                    .positive("duration", maxDuration)
                    .check();
        }

        @Override
        public String describe() {
            return "%d iterations shared among %d VUs".formatted(iterations, vus);
        }

        @Override
        public String limits() {
            return "maxDuration: " + Durations.formatFull(maxDuration);
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
                    .rate(rate)
                    .positive("duration", duration)
                    .users("users", preAllocatedVus, 1)
                    .users("maxUsers", maxVus, Math.max(1, preAllocatedVus))
                    .check();
        }

        @Override
        public String describe() {
            return String.format(
                    Locale.ROOT, "%.2f iterations/s for %s", rate, Durations.formatFull(duration));
        }

        @Override
        public String limits() {
            return "maxVUs: " + (preAllocatedVus == maxVus ? "" : preAllocatedVus + "-") + maxVus;
        }
    }
}
