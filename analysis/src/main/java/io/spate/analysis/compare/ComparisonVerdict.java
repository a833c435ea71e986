package io.spate.analysis.compare;

/** What a comparison comes to. */
public enum ComparisonVerdict {
    /** Shown not to be worse by the least effect that counts. */
    PASS,
    /** Worse, by more than chance explains and by at least the least effect that counts. */
    REGRESSED,
    /** Better, in the same sense. */
    IMPROVED,
    /** Neither can be said with what was measured. */
    INCONCLUSIVE
}
