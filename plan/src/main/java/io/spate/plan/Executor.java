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

    /** Closed: a number of iterations for each virtual user, until a time limit. */
    record PerVuIterations(int vus, long iterations, Duration maxDuration) implements Executor {
        public PerVuIterations {
            new PlanProblems()
                    .users("users", vus, 1)
                    .iterations(iterations)
                    .positive("duration", maxDuration)
                    .check();
        }

        @Override
        public String describe() {
            return "%d iterations for each of %d VUs".formatted(iterations, vus);
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
     * Closed: so many more virtual users every so often.
     *
     * @param startVus virtual users at the start, the first step
     * @param addedVus how many come with each further step
     * @param every how long a step lasts
     * @param maxVus where it ends to grow
     * @param duration how long in all
     */
    record Steps(int startVus, int addedVus, Duration every, int maxVus, Duration duration)
            implements Executor {
        public Steps {
            new PlanProblems()
                    .users("users of the first step", startVus, 0)
                    .users("users added by a step", addedVus, 1)
                    .positive("a step's duration", every)
                    .users("users", maxVus, Math.max(1, startVus))
                    .positive("duration", duration)
                    .check();
        }

        @Override
        public String describe() {
            return "%d to %d looping VUs for %s, %d more every %s"
                    .formatted(
                            startVus,
                            maxVus,
                            Durations.formatFull(duration),
                            addedVus,
                            Durations.formatFull(every));
        }
    }

    /**
     * Closed: each virtual user makes some iterations one after another, then pauses.
     *
     * @param size iterations between two pauses
     */
    record Burst(int vus, int size, ThinkTime pause, Duration duration) implements Executor {
        public Burst {
            new PlanProblems()
                    .users("users", vus, 1)
                    .iterations(size)
                    .positive("duration", duration)
                    .check();
        }

        @Override
        public String describe() {
            return "%d VUs in bursts of %d iterations for %s"
                    .formatted(vus, size, Durations.formatFull(duration));
        }

        @Override
        public int maxVus() {
            return vus;
        }
    }

    /**
     * Users or an arrival rate worked out by code.
     *
     * @param open whether it gives iterations per second rather than virtual users
     * @param maxDuration when it ends at the latest
     * @param maxVus virtual users at most
     */
    record Shape(LoadShape shape, boolean open, Duration maxDuration, int maxVus)
            implements Executor {
        public Shape {
            new PlanProblems()
                    .positive("duration", maxDuration)
                    .users("maxUsers", maxVus, 1)
                    .check();
        }

        @Override
        public String describe() {
            return (open ? "iterations/s" : "VUs") + " by a shape";
        }

        @Override
        public String limits() {
            return "maxDuration: %s, maxVUs: %d"
                    .formatted(Durations.formatFull(maxDuration), maxVus);
        }

        @Override
        public Duration duration() {
            return maxDuration;
        }
    }

    /**
     * Open: the rate at which iterations start follows straight lines.
     *
     * @param startRate iterations per second at the start
     * @param preAllocatedVus virtual users made before the start
     * @param maxVus virtual users at most; an iteration that finds none free is dropped and counted
     */
    record RampingArrivalRate(
            double startRate,
            List<RateStage> stages,
            int preAllocatedVus,
            int maxVus,
            Spacing spacing)
            implements Executor {
        public RampingArrivalRate {
            stages = List.copyOf(stages);
            new PlanProblems()
                    .require(
                            startRate >= 0 && startRate <= RATE_MAX,
                            PlanProblems.rateFromZero("the rate at the start", startRate))
                    .require(!stages.isEmpty(), "rate stages need at least one stage")
                    .require(
                            startRate > 0 || stages.stream().anyMatch(it -> it.target() > 0),
                            "stages need a target above 0")
                    .require(
                            stages.stream().anyMatch(it -> !it.duration().isZero()),
                            "stages need a duration above 0")
                    .users("users", preAllocatedVus, 1)
                    .users("maxUsers", maxVus, Math.max(1, preAllocatedVus))
                    .check();
        }

        @Override
        public String describe() {
            var most =
                    Math.max(
                            startRate,
                            stages.stream().mapToDouble(RateStage::target).max().orElse(0));
            return String.format(
                    Locale.ROOT,
                    "Up to %.2f iterations/s for %s over %d stages",
                    most,
                    Durations.formatFull(duration()),
                    stages.size());
        }

        @Override
        public Duration duration() {
            return stages.stream().map(RateStage::duration).reduce(Duration.ZERO, Duration::plus);
        }

        @Override
        public String limits() {
            return "maxVUs: " + (preAllocatedVus == maxVus ? "" : preAllocatedVus + "-") + maxVus;
        }
    }

    /**
     * Open: iterations start at a rate, whether or not earlier ones have ended.
     *
     * @param rate iterations per second
     * @param duration how long
     * @param preAllocatedVus virtual users made before the start
     * @param maxVus virtual users at most; an iteration that finds none free is dropped and counted
     * @param spacing how they lie in time
     */
    record ConstantArrivalRate(
            double rate, Duration duration, int preAllocatedVus, int maxVus, Spacing spacing)
            implements Executor {

        /** At even distances. */
        public ConstantArrivalRate(
                double rate, Duration duration, int preAllocatedVus, int maxVus) {
            this(rate, duration, preAllocatedVus, maxVus, Spacing.EVEN);
        }

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
