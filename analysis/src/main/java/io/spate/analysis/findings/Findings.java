package io.spate.analysis.findings;

import io.spate.metrics.result.RunResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the measurements of a run say about its target. */
public final class Findings {
    private static final List<Rule> RULES =
            List.of(
                    new UnresponsiveRule(),
                    new CascadeRule(),
                    new ExhaustionRule(),
                    new WrongAnswersRule(),
                    new DegradationRule(),
                    new GeneratorRule(),
                    new LatencyKneeRule(),
                    new ErrorsRule(),
                    new ThroughputRule(),
                    new RecoveryRule(),
                    new OutburstRule(),
                    new TailJumpsRule(),
                    new TailRule(),
                    new NodesRule());

    private Findings() {}

    /** Of a finished run, or of one so far. */
    public static List<Finding> of(RunResult result) {
        return of(Evidence.of(result));
    }

    /** All that the evidence shows, the worst first. */
    public static List<Finding> of(Evidence evidence) {
        return RULES.stream()
                .map(it -> it.find(evidence))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Finding::sign).reversed())
                .toList();
    }
}
