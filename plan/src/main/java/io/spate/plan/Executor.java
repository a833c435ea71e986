package io.spate.plan;

import java.time.Duration;
import java.util.List;

/** The rule by which iterations start. */
public sealed interface Executor {

    /** How long the workload lasts at most, without the graceful stop. */
    Duration duration();

    /** The most virtual users it may use. */
    int maxVus();

    /**
     * Closed: a number of virtual users, each of which starts its next iteration when the last one
     * has ended.
     */
    record ConstantVus(int vus, Duration duration) implements Executor {
        @Override
        public int maxVus() {
            return vus;
        }
    }

    /** Closed: the number of virtual users follows straight lines from stage to stage. */
    record RampingVus(int startVus, List<Stage> stages) implements Executor {
        public RampingVus {
            stages = List.copyOf(stages);
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
            implements Executor {}
}
