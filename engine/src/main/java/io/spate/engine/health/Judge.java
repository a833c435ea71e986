package io.spate.engine.health;

import io.spate.metrics.Snapshot;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.RunResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges the generator by what was measured each second. What it finds follows from the seconds it
 * saw and from what the run came to, and from nothing else; what it keeps does not grow with their
 * number.
 */
final class Judge {
    private final List<Rule> rules =
            List.of(
                    LimitRule.openFiles(),
                    LimitRule.ports(),
                    new StallRule(),
                    new LateStartsRule(),
                    new LoopLagRule(),
                    new CpuRule(),
                    new GcRule(),
                    ShareRule.throttled(),
                    ShareRule.steal(),
                    ShareRule.contention(),
                    new DroppedRule(),
                    new NetworkRule());

    /** Takes the next second. */
    void see(Snapshot snapshot) {
        var second = Second.of(snapshot);
        if (second.nanos() > 0) {
            rules.forEach(rule -> rule.see(second));
        }
    }

    /** What all that came to. */
    GeneratorHealth judge(Facts facts, RunResult result) {
        return new GeneratorHealth(
                rules.stream()
                        .map(rule -> rule.judge(facts, result))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingLong(Finding::sinceNanos))
                        .toList());
    }
}
