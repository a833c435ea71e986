package io.spate.analysis.compare;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The change of a figure, before it is judged.
 *
 * @param figure which
 * @param a what it was, in ms, as a share, or per second
 * @param b what it is
 * @param shift by how much it moved: the logarithm of {@code b / a}, or {@code b - a} where the
 *     figure is not relative; not a number where that cannot be told
 * @param noise how much it varies from run to run
 * @param runsA how many runs stand behind {@code a}
 * @param runsB how many runs stand behind {@code b}
 * @param plenty how many of the values that it takes there are: below 1 are too few
 */
record Estimate(
        Figure figure,
        double a,
        double b,
        double shift,
        Noise noise,
        int runsA,
        int runsB,
        double plenty) {

    /** Whether there is an interval. */
    boolean isKnown() {
        return noise.known() && !Double.isNaN(shift);
    }

    /** Whether it may be told from chance. */
    boolean isTestable() {
        return isKnown() && plenty >= 1;
    }

    /** The standard error of the shift. */
    double error() {
        return error(0);
    }

    /** The same with more runs on each side. */
    double error(int moreRuns) {
        return Math.sqrt(noise.variance() * (1.0 / (runsA + moreRuns) + 1.0 / (runsB + moreRuns)));
    }

    /** How likely chance alone makes a shift as great, either way. */
    double p() {
        if (shift == 0) {
            return 1;
        }
        double t = Math.abs(shift) / error();
        return Double.isInfinite(t)
                ? 0
                : 2 * TDistribution.of(noise.freedom()).survivalProbability(t);
    }

    /**
     * How many standard errors a shift that is chance alone exceeds only with a likelihood, to one
     * side.
     */
    double reach(double likelihood, int moreRuns) {
        return TDistribution.of(noise.freedom() + 2.0 * moreRuns)
                        .inverseSurvivalProbability(likelihood)
                * error(moreRuns);
    }

    /** The shift as a change: relative, or a difference. */
    double change() {
        return toChange(shift);
    }

    /** The interval of the change that holds it with a confidence. */
    Interval interval(double confidence) {
        double reach = reach((1 - confidence) / 2, 0);
        return new Interval(toChange(shift - reach), toChange(shift + reach));
    }

    double toChange(double shift) {
        return figure.relative() ? Math.expm1(shift) : shift;
    }

    /** How far it moved to the worse. */
    double worseBy() {
        return figure.moreIsWorse() ? shift : -shift;
    }
}
