package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.WARNING;

import io.spate.analysis.findings.Finding.Proof;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.GeneratorHealth.Severity;
import java.util.List;
import java.util.Optional;

/**
 * The generator was the bottleneck: it found its own run invalid, so that what is said of the
 * target may be its own.
 */
final class GeneratorRule implements Rule {
    @Override
    public Optional<Finding> find(Evidence evidence) {
        return evidence.generator().findings().stream()
                .filter(it -> it.severity() == Severity.INVALID)
                .findFirst()
                .map(it -> found(evidence, it));
    }

    private static Finding found(Evidence evidence, GeneratorHealth.Finding worst) {
        var all = evidence.intervals();
        return new Finding(
                "generator_bottleneck",
                WARNING,
                "The generator was the bottleneck",
                "%s What is said of the target may be the generator's.".formatted(worst.what()),
                List.of(),
                new Proof(
                        "generator_cpu",
                        worst.sinceNanos(),
                        all.isEmpty() ? worst.sinceNanos() : all.getLast().toNanos()));
    }
}
