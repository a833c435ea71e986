package io.spate.analysis.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Gives verdicts on a family of figures that are looked at together.
 *
 * <p>A change counts where it is more than chance and at least as great as the least effect. Of
 * many figures some look changed by chance; the share of those among all that are called changed is
 * kept at the risk by Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995),
 * which also is how often any is where nothing changed at all. That nothing got worse needs no such
 * correction: it is said of each figure by a test of its own (Schuirmann, Journal of
 * Pharmacokinetics and Biopharmaceutics 15, 1987).
 */
final class Judge {
    private static final int MORE_RUNS_MAX = 50;

    private final ComparisonOptions options;
    private final double share;
    private final List<Estimate> family;
    private final double[] corrected;
    private final int tested;

    /**
     * A judge.
     *
     * @param share what part of the risk this family may take, above 0 to 1
     * @param family all that is looked at together
     */
    Judge(ComparisonOptions options, double share, List<Estimate> family) {
        this.options = options;
        this.share = share;
        this.family = family;
        this.tested = (int) family.stream().filter(Estimate::isTestable).count();
        this.corrected = corrected();
    }

    private double[] corrected() {
        var p = family.stream().mapToDouble(it -> it.isTestable() ? it.p() : 2).toArray();
        int[] order =
                IntStream.range(0, p.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(it -> p[it]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        var corrected = new double[p.length];
        Arrays.fill(corrected, 1);
        double lowest = 1;
        for (int rank = tested; rank >= 1; rank--) {
            int at = order[rank - 1];
            lowest = Math.min(lowest, p[at] * tested / rank / share);
            corrected[at] = lowest;
        }
        return corrected;
    }

    /** The verdict on one of the family. */
    FigureComparison judge(int at) {
        Estimate estimate = family.get(at);
        ComparisonVerdict verdict = verdict(at);
        OptionalInt moreRuns =
                verdict == ComparisonVerdict.INCONCLUSIVE
                        ? moreRuns(estimate)
                        : OptionalInt.empty();
        boolean known = estimate.isKnown();
        var interval =
                known
                        ? Optional.of(estimate.interval(options.confidence()))
                        : Optional.<Interval>empty();
        return new FigureComparison(
                estimate.figure(),
                estimate.a(),
                estimate.b(),
                Double.isNaN(estimate.shift())
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(estimate.change()),
                interval,
                known ? OptionalDouble.of(estimate.p()) : OptionalDouble.empty(),
                estimate.isTestable() ? OptionalDouble.of(corrected[at]) : OptionalDouble.empty(),
                verdict,
                moreRuns,
                Words.of(estimate, verdict, interval, moreRuns, least(estimate)));
    }

    private ComparisonVerdict verdict(int at) {
        Estimate estimate = family.get(at);
        if (!estimate.isTestable()) {
            return ComparisonVerdict.INCONCLUSIVE;
        }
        boolean counts = Math.abs(estimate.change()) >= least(estimate);
        if (counts && corrected[at] <= options.risk()) {
            return estimate.worseBy() > 0
                    ? ComparisonVerdict.REGRESSED
                    : ComparisonVerdict.IMPROVED;
        }
        return isNotWorse(estimate, 0) ? ComparisonVerdict.PASS : ComparisonVerdict.INCONCLUSIVE;
    }

    /** The least change that counts, in the unit of the change. */
    private double least(Estimate estimate) {
        return estimate.figure().relative()
                ? options.minEffect()
                : Math.max(options.minErrors(), options.minEffect() * estimate.a());
    }

    private boolean isNotWorse(Estimate estimate, int moreRuns) {
        double reach = estimate.reach(options.risk(), moreRuns);
        double worst =
                estimate.figure().moreIsWorse()
                        ? estimate.toChange(estimate.shift() + reach)
                        : -estimate.toChange(estimate.shift() - reach);
        return worst < least(estimate);
    }

    /** How many more on each side decide it if the change is what it looks like. */
    private OptionalInt moreRuns(Estimate estimate) {
        if (!estimate.isKnown()) {
            return OptionalInt.empty();
        }
        int fewest = Math.min(estimate.runsA(), estimate.runsB());
        int needed =
                (int)
                        Math.min(
                                MORE_RUNS_MAX + 1.0,
                                Math.ceil(fewest / Math.max(1e-3, estimate.plenty()) - fewest));
        boolean counts = Math.abs(estimate.change()) >= least(estimate);
        double likelihood = options.risk() * share / Math.max(1, tested) / 2;
        for (int more = Math.max(1, needed); more <= MORE_RUNS_MAX; more++) {
            boolean told = counts && Math.abs(estimate.shift()) >= estimate.reach(likelihood, more);
            if (told || isNotWorse(estimate, more)) {
                return OptionalInt.of(more);
            }
        }
        return OptionalInt.empty();
    }
}
