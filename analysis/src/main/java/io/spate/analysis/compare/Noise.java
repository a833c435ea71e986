package io.spate.analysis.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much one run's figure varies that nothing changed, and how well that is known.
 *
 * @param variance of the figure of one run; not a number where nothing tells it
 * @param freedom degrees of freedom of that variance, as of Student's t
 */
record Noise(double variance, double freedom) {
    /**
     * How much of the degrees of freedom may come from history, so that a machine that is busier
     * today than it was is seen.
     */
    private static final double HISTORY_FREEDOM = 12;

    /** Where more than one in so many differences stands out, that is how the machine is. */
    private static final int CHANGES_MAX = 5;

    /** With less, what is usual counts as well. */
    private static final double FREEDOM_MIN = 2;

    boolean known() {
        return !Double.isNaN(variance);
    }

    /** An estimate among others, each counting by its degrees of freedom. */
    static Noise pooled(List<Noise> all) {
        double freedom = 0;
        double sum = 0;
        for (Noise one : all) {
            if (one.known() && one.freedom > 0) {
                freedom += one.freedom;
                sum += one.freedom * one.variance;
            }
        }
        return freedom == 0 ? new Noise(Double.NaN, 0) : new Noise(sum / freedom, freedom);
    }

    /**
     * This, with what is usual as two runs' worth of evidence where there is little else.
     *
     * @param within the variance within a run; not a number where it is not known
     * @param usual how much runs usually differ beyond that, as a standard deviation
     */
    Noise withUsual(double within, double usual) {
        if (freedom >= FREEDOM_MIN || Double.isNaN(within)) {
            return this;
        }
        return pooled(List.of(this, new Noise(within + usual * usual, FREEDOM_MIN)));
    }

    /** The same, not below what must be there. */
    Noise atLeast(double least) {
        return known() && variance < least ? new Noise(least, freedom) : this;
    }

    /**
     * What earlier runs tell, oldest first: from differences of neighbours, so that a change of the
     * product in between counts once and a drift hardly (von Neumann, Annals of Mathematical
     * Statistics 12, 1941). A difference far above the others is a change, not noise, and is cut.
     */
    static Noise ofHistory(double... figures) {
        double[] squares =
                IntStream.range(1, figures.length)
                        .mapToDouble(it -> figures[it] - figures[it - 1])
                        .filter(it -> !Double.isNaN(it))
                        .map(it -> it * it)
                        .sorted()
                        .toArray();
        if (squares.length < 2) {
            return new Noise(Double.NaN, 0);
        }
        double median = (squares[(squares.length - 1) / 2] + squares[squares.length / 2]) / 2;
        // Thrice the standard deviation that the median tells of.
        double cut = median * 9 / (0.6745 * 0.6745);
        long above = Arrays.stream(squares).filter(it -> it > cut).count();
        double highest = above * CHANGES_MAX > squares.length ? Double.MAX_VALUE : cut;
        double sum = 0;
        for (double square : squares) {
            sum += Math.min(square, highest) / 2;
        }
        double freedom = Math.min(HISTORY_FREEDOM, squares.length * 2 / 3.0);
        return new Noise(sum / squares.length, freedom);
    }
}
