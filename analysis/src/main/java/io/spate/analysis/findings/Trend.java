package io.spate.analysis.findings;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether values rise or fall over time, and how fast, whatever their distribution.
 *
 * <p>The slope is that of Theil and Sen: the median of the slopes between all pairs (P. K. Sen,
 * "Estimates of the regression coefficient based on Kendall's tau", JASA 63, 1968). The test is
 * that of Mann and Kendall, whose variance grows with the autocorrelation of the values as K. H.
 * Hamed and A. R. Rao have it ("A modified Mann-Kendall trend test for autocorrelated data",
 * Journal of Hydrology 204, 1998), but that only positive autocorrelation counts, and all lags up
 * to a quarter of the values do: both make it say trend more seldom.
 *
 * @param slope per step
 * @param rise by how much the values rise in all, along the slope
 * @param start where the line of that slope through the medians begins
 * @param pValue the chance of a trend as clear in values that have none; two-sided
 */
record Trend(double slope, double rise, double start, double pValue) {
    /** With fewer values there is no saying. */
    static final int VALUES_MIN = 10;

    /** Of values at equal distances; at least {@link #VALUES_MIN}, at most some hundreds. */
    static Trend of(double... values) {
        int n = values.length;
        double slope = slope(values);
        double start =
                Medians.of(IntStream.range(0, n).mapToDouble(i -> values[i] - slope * i).toArray());
        return new Trend(slope, slope * (n - 1), start, pValue(values, slope));
    }

    private static double slope(double... values) {
        int n = values.length;
        var slopes = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[next++] = (values[j] - values[i]) / (j - i);
            }
        }
        return Medians.of(slopes);
    }

    private static double pValue(double[] values, double slope) {
        int n = values.length;
        long s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += (long) Math.signum(values[j] - values[i]);
            }
        }
        double variance = n * (n - 1.0) * (2.0 * n + 5) / 18 * inflation(values, slope);
        double z = Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance);
        return Math.min(1, 2 * upperTail(z));
    }

    /** By how much autocorrelation makes the variance larger; at least 1. */
    private static double inflation(double[] values, double slope) {
        int n = values.length;
        double[] ranks =
                ranks(IntStream.range(0, n).mapToDouble(i -> values[i] - slope * i).toArray());
        double sum = 0;
        for (int lag = 1; lag <= n / 4; lag++) {
            double correlation = Math.max(0, autocorrelation(ranks, lag));
            sum += (n - lag) * (n - lag - 1.0) * (n - lag - 2.0) * correlation;
        }
        return 1 + 2 / (n * (n - 1.0) * (n - 2.0)) * sum;
    }

    private static double[] ranks(double... values) {
        var order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(values[a], values[b]))
                        .mapToInt(it -> it)
                        .toArray();
        var ranks = new double[values.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    /** Of a series at a lag. */
    static double autocorrelation(double[] values, int lag) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = 0;
        double product = 0;
        for (int i = 0; i < values.length; i++) {
            variance += (values[i] - mean) * (values[i] - mean);
            if (i >= lag) {
                product += (values[i] - mean) * (values[i - lag] - mean);
            }
        }
        return variance == 0 ? 0 : product / variance;
    }

    /**
     * The chance of more than z in the standard normal distribution, right to 1.2e-7 of its value:
     * W. H. Press et al., "Numerical Recipes", 2nd edition, section 6.2 (erfcc).
     */
    static double upperTail(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + x / 2);
        double[] terms = {
            -1.26551223,
            1.00002368,
            0.37409196,
            0.09678418,
            -0.18628806,
            0.27886807,
            -1.13520398,
            1.48851587,
            -0.82215223,
            0.17087277
        };
        double polynomial = 0;
        for (int i = terms.length - 1; i >= 0; i--) {
            polynomial = polynomial * t + terms[i];
        }
        double tail = t * Math.exp(-x * x + polynomial) / 2;
        return z >= 0 ? tail : 1 - tail;
    }
}
