package io.spate.report.json;

import io.spate.metrics.result.GeneratorHealth;
import java.util.List;

/**
 * What the generator found when it watched itself.
 *
 * @param valid whether the results can be trusted; if not, the run is invalid
 * @param findings in the order in which they began; empty where it was not the bottleneck
 */
public record GeneratorReport(boolean valid, List<Finding> findings) {

    public GeneratorReport {
        findings = List.copyOf(findings);
    }

    static GeneratorReport of(GeneratorHealth health) {
        return new GeneratorReport(
                health.valid(), health.findings().stream().map(GeneratorReport::finding).toList());
    }

    private static Finding finding(GeneratorHealth.Finding it) {
        return new Finding(
                MetricRow.word(it.severity()),
                it.kind(),
                it.what(),
                it.consequence(),
                Numbers.seconds(it.sinceNanos()));
    }

    /**
     * One thing that was wrong with the generator.
     *
     * @param severity {@code note}, {@code warning} or {@code invalid}
     * @param kind a fixed word for programs, such as {@code cpu} or {@code late_starts}
     * @param what the observation with its figures
     * @param consequence which numbers not to trust, and what to do
     * @param sinceSeconds when it began, since the run's start
     */
    public record Finding(
            String severity, String kind, String what, String consequence, double sinceSeconds) {}
}
