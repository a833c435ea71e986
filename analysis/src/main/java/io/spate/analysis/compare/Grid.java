package io.spate.analysis.compare;

import io.spate.metrics.Histogram;
import java.util.List;

/**
 * Bounds at equal ratios, over which all histograms of an endpoint are counted: close enough (0.4
 * %, and interpolated between) to tell how a percentile varies, and few enough to add up quickly.
 * What a percentile is, is never read from here.
 *
 * @param logMin the logarithm of the first bound, in ns
 * @param step the logarithm of the ratio of neighbours
 * @param size how many there are
 */
record Grid(double logMin, double step, int size) {
    private static final double RATIO = Math.log(1.004);
    private static final int SIZE = 2_000;

    /** Bounds around all values. */
    static Grid over(List<Histogram> all) {
        double min = Double.MAX_VALUE;
        double max = 1;
        for (Histogram one : all) {
            if (one.count() > 0) {
                min = Math.min(min, Math.max(1.0, (double) one.min()));
                max = Math.max(max, (double) one.max());
            }
        }
        double logMin = Math.log(Math.min(min, max));
        double span = Math.log(max) - logMin;
        double step = Math.max(RATIO, span / (SIZE - 2));
        return new Grid(logMin, step, (int) Math.ceil(span / step) + 2);
    }

    /** The first bound that is not below a value. */
    int index(double nanos) {
        double place = (Math.log(Math.max(1, nanos)) - logMin) / step;
        return Math.clamp((int) Math.ceil(place), 0, size - 1);
    }

    /** The logarithm of the value at a place between bounds. */
    double log(double place) {
        return logMin + place * step;
    }
}
