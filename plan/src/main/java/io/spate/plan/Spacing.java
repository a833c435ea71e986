package io.spate.plan;

/** How the iterations of an arrival rate lie in time. */
public enum Spacing {
    /** At even distances. */
    EVEN,
    /**
     * At random, independent of one another, as people arrive: the distances are exponentially
     * distributed. Follows from the plan's seed.
     */
    POISSON
}
