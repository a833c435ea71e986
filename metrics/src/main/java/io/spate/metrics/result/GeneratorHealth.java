package io.spate.metrics.result;

import java.util.List;

/**
 * What the generator found when it watched itself.
 *
 * @param findings in the order in which they began; empty where it was not the bottleneck
 */
public record GeneratorHealth(List<Finding> findings) {
    /** Nothing found. */
    public static final GeneratorHealth GOOD = new GeneratorHealth(List.of());

    public GeneratorHealth {
        findings = List.copyOf(findings);
    }

    /** Whether the results can be trusted; if not, the run is invalid. */
    public boolean valid() {
        return findings.stream().noneMatch(it -> it.severity() == Severity.INVALID);
    }

    /** How much a finding matters. */
    public enum Severity {
        /** Worth to know. */
        NOTE,
        /** Some numbers are not to be trusted. */
        WARNING,
        /** Beyond the documented limit: the run is invalid. */
        INVALID
    }

    /**
     * One thing that was wrong with the generator.
     *
     * @param kind a fixed word for programs, such as {@code cpu} or {@code late_starts}
     * @param what the observation with its figures, in a sentence
     * @param consequence which numbers not to trust, and what to do, in a sentence
     * @param sinceNanos when it began, since the run's start
     */
    public record Finding(
            Severity severity, String kind, String what, String consequence, long sinceNanos) {}
}
