package io.spate.analysis.compare;

import java.util.List;

/**
 * How long the blocks of a stationary bootstrap should be, on average, for what is measured:
 * Politis and White, "Automatic block-length selection for the dependent bootstrap", Econometric
 * Reviews 23 (2004), with the correction of Patton, Politis and White, 28 (2009). Autocovariances
 * are those of all runs together, each around its own mean, as a run of 30 s alone says little.
 */
final class BlockLength {
    private BlockLength() {}

    /**
     * The length in intervals: at least 1, at most a third of the shortest run.
     *
     * @param runs a series for each run
     */
    static double of(List<double[]> runs) {
        int shortest = runs.stream().mapToInt(it -> it.length).min().orElse(0);
        int all = runs.stream().mapToInt(it -> it.length).sum();
        int longest = shortest / 3;
        if (longest < 2) {
            return 1;
        }
        double[] covariance = covariances(runs, shortest - 1, all);
        if (covariance[0] <= 0) {
            return 1;
        }
        int last = lastNotable(covariance, all);
        int window = Math.min(2 * Math.max(1, last), covariance.length - 1);
        double spectrum = covariance[0];
        double slope = 0;
        for (int lag = 1; lag <= window; lag++) {
            double share = (double) lag / window;
            double weight = share <= 0.5 ? 1 : 2 * (1 - share);
            spectrum += 2 * weight * covariance[lag];
            slope += 2 * weight * lag * covariance[lag];
        }
        if (spectrum <= 0) {
            return 1;
        }
        double length = Math.cbrt(slope * slope / (spectrum * spectrum) * all);
        return Math.clamp(length, 1, Math.min(longest, 3 * Math.sqrt(shortest)));
    }

    /** The lag after which correlations are no more than noise. */
    private static int lastNotable(double[] covariance, int all) {
        double noise = 2 * Math.sqrt(Math.log10(all) / all);
        int quiet = Math.max(5, (int) Math.ceil(Math.sqrt(Math.log10(all))));
        int run = 0;
        for (int lag = 1; lag < covariance.length; lag++) {
            run = Math.abs(covariance[lag] / covariance[0]) < noise ? run + 1 : 0;
            if (run == quiet) {
                return lag - quiet;
            }
        }
        return Math.max(0, covariance.length - 1 - run);
    }

    private static double[] covariances(List<double[]> runs, int lags, int all) {
        var covariance = new double[lags];
        for (double[] series : runs) {
            double mean = 0;
            for (double value : series) {
                mean += value / series.length;
            }
            for (int lag = 0; lag < lags; lag++) {
                for (int i = lag; i < series.length; i++) {
                    covariance[lag] += (series[i] - mean) * (series[i - lag] - mean) / all;
                }
            }
        }
        return covariance;
    }
}
