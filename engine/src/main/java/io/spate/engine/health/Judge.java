package io.spate.engine.health;

import io.spate.metrics.Snapshot;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges the generator by what was measured each second. What it finds follows from the seconds it
 * saw and from what the run came to, and from nothing else; what it keeps does not grow with their
 * number.
 */
final class Judge {
    private final Rule coldStart = new ColdStartRule();

    /** Those for which the start of a run counts as any other time. */
    private final List<Rule> always =
            List.of(
                    LimitRule.openFiles(),
                    LimitRule.ports(),
                    new CpuRule(),
                    ShareRule.throttled(),
                    ShareRule.steal(),
                    ShareRule.contention(),
                    new DroppedRule(),
                    new NetworkRule());

    private final List<Rule> onceWarm =
            List.of(new StallRule(), new LateStartsRule(), new LoopLagRule(), new GcRule());

    /** Takes the next second. */
    void see(Snapshot snapshot) {
        var second = Second.of(snapshot);
        if (second.nanos() <= 0) {
            return;
        }
        always.forEach(rule -> rule.see(second));
        if (ColdStartRule.isCold(second)) {
            coldStart.see(second);
        } else {
            onceWarm.forEach(rule -> rule.see(second));
        }
    }

    /** What all that came to. */
    GeneratorHealth judge(Facts facts, RunResult result) {
        var findings = new ArrayList<>(findings(onceWarm, facts, result));
        if (findings.isEmpty()) {
            // What went on being wrong is not the start's doing.
            findings.addAll(findings(List.of(coldStart), facts, result));
        }
        findings.addAll(findings(always, facts, result));
        findings.sort(Comparator.comparingLong(Finding::sinceNanos));
        return new GeneratorHealth(findings);
    }

    private static List<Finding> findings(List<Rule> rules, Facts facts, RunResult result) {
        return rules.stream()
                .map(rule -> rule.judge(facts, result))
                .flatMap(Optional::stream)
                .toList();
    }
}
