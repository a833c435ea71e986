package io.spate.analysis.capacity;

import java.util.List;

/**
 * What a target did under one load.
 *
 * @param load iterations per second, or users
 * @param purpose why it was tried
 * @param outcome whether it bore the load
 * @param objectives what was asked for and what came, in the order in which they were asked
 * @param figures what else was measured
 * @param remark what made the outcome, in words; empty where the objectives say all
 */
public record Trial(
        double load,
        Purpose purpose,
        Outcome outcome,
        List<Objective> objectives,
        Figures figures,
        String remark) {

    public Trial {
        objectives = List.copyOf(objectives);
    }

    /** Why a load is tried. */
    public enum Purpose {
        /** To find one that is too much. */
        CLIMB,
        /** To find one that is not. */
        DESCEND,
        /** To come closer to the limit between the two. */
        BISECT,
        /** To see whether the same comes out again. */
        CONFIRM
    }

    /** Whether the target bore a load. */
    public enum Outcome {
        /** All objectives were met. */
        HELD,
        /** One was not. */
        BROKEN,
        /** The generator could not bring the load, or measured itself: there is no saying. */
        GENERATOR_LIMITED
    }

    /**
     * An objective and what came of it.
     *
     * @param text such as {@code http_req_duration: p(99)<250}
     * @param value what was observed, in the unit of the text; NaN where nothing was
     * @param missedBy by what share of its bound it was missed; 0 where it was met
     */
    public record Objective(String text, double value, boolean met, double missedBy) {}

    /**
     * What was measured in a step.
     *
     * @param fromNanos where the part that counts begins, since the run's start
     * @param toNanos where it ends
     * @param iterationsPerSecond that ended
     * @param requestsPerSecond that ended
     * @param failureRate failed over all requests
     */
    public record Figures(
            long fromNanos,
            long toNanos,
            double iterationsPerSecond,
            double requestsPerSecond,
            double failureRate,
            double meanMillis,
            double p50Millis,
            double p95Millis,
            double p99Millis) {
        /** Nothing was measured. */
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The objectives that were not met, the one that was missed most first. */
    public List<Objective> missed() {
        return objectives.stream()
                .filter(it -> !it.met())
                .sorted((a, b) -> Double.compare(b.missedBy(), a.missedBy()))
                .toList();
    }
}
