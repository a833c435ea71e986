package io.spate.metrics.threshold;

import io.spate.metrics.Snapshot;
import java.util.Comparator;
import java.util.List;

/**
 * The judgement of a run.
 *
 * @param judgements one for each threshold, in the plan's order
 */
public record Verdict(List<Threshold.Judgement> judgements) {
    public Verdict {
        judgements = List.copyOf(judgements);
    }

    /** Judges a snapshot by all thresholds. */
    public static Verdict of(List<Threshold> thresholds, Snapshot snapshot) {
        return new Verdict(thresholds.stream().map(it -> it.judge(snapshot)).toList());
    }

    /** Whether every threshold was met, or missed within its tolerance. */
    public boolean passed() {
        return outcome() != Threshold.Outcome.FAILED;
    }

    /** The worst of them; passed where there are none. */
    public Threshold.Outcome outcome() {
        return judgements.stream()
                .map(Threshold.Judgement::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Threshold.Outcome.PASSED);
    }
}
